# Brouillon, pas encore relu par une personne dont c’est la langue. Draft, not yet read by a native.
directory-groups = Групи
directory-no-group = Поки що груп немає
directory-no-group-text = Тут з’являються групи й класи.
