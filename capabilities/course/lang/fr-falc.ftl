# Brouillon, pas encore relu par une personne dont c’est la langue. Draft, not yet read by a native.
course-title = Activités en ligne
course-way = Activités en ligne
course-children = Ce que vos enfants ont fait
course-children-none = Il n’y a rien pour le moment.
course-done = C’est fait
course-begun = C’est commencé
course-mark = { $state }. Note : { $mark } sur { $most }
