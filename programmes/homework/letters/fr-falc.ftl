# Brouillon, pas encore relu par une personne dont c’est la langue. Draft, not yet read by a native.
offer-title = Aide aux devoirs pour { $child }
offer-intro = { $school } veut aider { $child } à faire ses devoirs. Un professeur aide { $child } par internet. { $child } ne reste pas au collège.
