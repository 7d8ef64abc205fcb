# Brouillon, pas encore relu par une personne dont c’est la langue. Draft, not yet read by a native.
offer-title = Ler em conjunto à distância, para { $child }
offer-intro = { $school } propõe a { $child } ler em voz alta com alguns alunos, cada um em sua casa. Um professor ouve-os à distância.
