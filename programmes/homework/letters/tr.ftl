offer-title = { $child } için uzaktan ödev yardımı
offer-intro = { $school }, { $child } için derslerden sonra, okulda kalmadan ödev yardımı öneriyor. Bir öğretmen uzaktan yardım eder.
