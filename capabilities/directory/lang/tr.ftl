# Brouillon, pas encore relu par une personne dont c’est la langue. Draft, not yet read by a native.
directory-groups = Gruplar
directory-no-group = Şimdilik grup yok
directory-no-group-text = Gruplar ve sınıflar burada görünür.
