# Brouillon, pas encore relu par une personne dont c’est la langue. Draft, not yet read by a native.
offer-title = Читаємо разом дистанційно: для { $child }
offer-intro = { $school } пропонує для { $child } читати вголос разом із кількома учнями, кожен зі свого дому. Учитель слухає їх на відстані.
