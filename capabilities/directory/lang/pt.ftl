# Brouillon, pas encore relu par une personne dont c’est la langue. Draft, not yet read by a native.
directory-groups = Grupos
directory-no-group = Por agora não há grupos
directory-no-group-text = Os grupos e as turmas aparecem aqui.
