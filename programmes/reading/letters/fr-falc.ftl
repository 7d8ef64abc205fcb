# Brouillon, pas encore relu par une personne dont c’est la langue. Draft, not yet read by a native.
offer-title = Lire ensemble, pour { $child }
offer-intro = { $school } propose à { $child } de lire avec d’autres élèves. Cela se fait de loin, avec un ordinateur ou un téléphone.
