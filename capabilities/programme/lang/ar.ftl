# Brouillon, pas encore relu par une personne dont c’est la langue. Draft, not yet read by a native.
programme-read-publics = لأي غرض
programme-read-modalities = كيف
programme-read-hours = متى
programme-read-where = أين
programme-read-tools = بأي أدوات
programme-read-contacts = بمن يمكن الاتصال
programme-read-charter = الميثاق
programme-read-home = في البيت
programme-read-bus = تصل آخر حافلة إلى البيوت حوالي الساعة { $time }.
programme-read-open = مفتوح: { $open }
programme-read-seats = { $n ->
    [zero] لا توجد أماكن
    [one] مكان واحد
    [two] مكانان
    [few] { $n } أماكن
    [many] { $n } مكانًا
   *[other] { $n } مكان
 }
programme-read-referent = { $name }، المسؤول عن المعلوميات
programme-read-contacts-none = اسألوا المدرسة.
programme-protocol-of = ما تقترحه المدرسة ({ $school })
programme-in-force = معمول به منذ { $day }
programme-superseded-text = استُبدلت هذه النسخة.
programme-print = طباعة
programme-protocols = ما تقترحه المدرسة
programme-protocols-none = لم يُنشر شيء بعد
programme-protocols-none-text = عندما تنشر المدرسة ما تقترحه، ستجدونه هنا.
programme-hours = { $day }، من { $from } إلى { $to }
programme-public-aide = المساعدة في الواجبات المدرسية
programme-public-explicitation = شرح تعليمة أو درس
programme-public-remise-a-niveau = تدارك المستوى
programme-public-remediation = مراجعة ما لم يُفهم
programme-public-decrochage = الوقاية من الانقطاع عن الدراسة
programme-modality-salle-groupe = قاعات افتراضية للعمل في مجموعة
programme-modality-petit-groupe = موعد في مجموعة صغيرة، عبر الفيديو
programme-modality-bar = مكتب المساعدة: سؤال وجواب
programme-modality-telephone = يمكن لمكتب المساعدة أن يتصل بالهاتف أيضًا
programme-modality-classe-orale = قسم افتراضي للتدرب شفهيًا
programme-modality-professeur-au-college = المدرّس في المدرسة والتلاميذ في مكان آخر
programme-way-protocol = قواعد المساعدة
