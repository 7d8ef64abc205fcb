# Brouillon, pas encore relu par une personne dont c’est la langue. Draft, not yet read by a native.
directory-groups = Groupes
directory-no-group = Il n’y a pas de groupe aujourd’hui
directory-no-group-text = Les groupes et les classes seront ici.
