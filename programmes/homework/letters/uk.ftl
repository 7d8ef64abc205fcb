# Brouillon, pas encore relu par une personne dont c’est la langue. Draft, not yet read by a native.
offer-title = Дистанційна допомога з домашніми завданнями: { $child }
offer-intro = { $school } пропонує дистанційну допомогу з домашніми завданнями після уроків. Дитина: { $child }. Допомагає вчитель. Залишатися у школі не потрібно.
