# Brouillon, pas encore relu par une personne dont c’est la langue. Draft, not yet read by a native.
offer-title = { $child } için uzaktan birlikte okuma
offer-intro = { $school }, { $child } için birkaç öğrenciyle, herkes kendi evinden, birlikte sesli okumayı öneriyor. Bir öğretmen onları uzaktan dinler.
