# Brouillon, pas encore relu par une personne dont c’est la langue. Draft, not yet read by a native.
offer-title = Ajuda à distância nos trabalhos de casa: { $child }
offer-intro = { $school } oferece a { $child } ajuda à distância nos trabalhos de casa, depois das aulas, com um professor. Não é preciso ficar na escola.
