offer-title = { $child } için uzaktan birlikte okuma
offer-intro = { $school }, { $child } için birkaç öğrenciyle, herkes kendi evinden, birlikte sesli okumayı öneriyor. Bir öğretmen onları uzaktan dinler.
