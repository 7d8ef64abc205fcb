# Brouillon, pas encore relu par une personne dont c’est la langue. Draft, not yet read by a native.
offer-title = { $child } için uzaktan ödev yardımı
offer-intro = { $school }, { $child } için ders saatlerinden sonra bir öğretmenle uzaktan ödev yardımı sunuyor. Okulda kalmak gerekmez.
