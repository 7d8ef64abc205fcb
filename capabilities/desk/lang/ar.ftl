# Brouillon, pas encore relu par une personne dont c’est la langue. Draft, not yet read by a native.
desk-an-adult = أحد العاملين في المدرسة
desk-subject-maths = الرياضيات
desk-subject-francais = الفرنسية
desk-subject-langues = اللغات
desk-subject-histoire = التاريخ والجغرافيا
desk-subject-sciences = العلوم
desk-subject-autre = مادة أخرى
desk-followup-told-family = أجابت المدرسة عن طلب المساعدة ({ $subject }). الجواب في صفحة ابنكم أو ابنتكم.
desk-state-waiting = في الانتظار
desk-state-claimed = جارٍ
desk-state-done = انتهى
desk-state-withdrawn = سُحب
desk-state-followup = سيجيب فريق المدرسة
desk-state-followed = أجاب فريق المدرسة
desk-family-child-nothing = لا طلب من { $name } هذا المساء
desk-family-child-waits = { $name } في الانتظار
desk-family-child-helped-now = تُقدَّم المساعدة الآن لفائدة { $name }
desk-family-child-helped = قُدّمت المساعدة لفائدة { $name }
desk-family-child-followup = سيجيب فريق المدرسة غدًا: { $name }
desk-family-child-withdrew = سُحب طلب { $name }
desk-family-step-asked = طلب مساعدة من { $name }: { $subject }.
desk-family-step-helped = استلم الطلب: { $name }.
desk-family-step-minutes = { $n ->
    [zero] أقل من دقيقة.
    [one] دقيقة واحدة.
    [two] دقيقتان.
    [few] { $n } دقائق.
    [many] { $n } دقيقة.
   *[other] { $n } دقيقة.
 }
desk-family-end-compris = تم الفهم: { $name }.
desk-family-end-classe = سيشرح المدرّس ذلك من جديد في القسم.
desk-family-end-demain = سيجيب فريق المدرسة غدًا.
desk-family-end-parti = لم يعد هناك أحد: { $name }.
desk-family-end-done = انتهى.
desk-family-end-withdrawn = سُحب طلب { $name }.
desk-family-end-followup = سيجيب فريق المدرسة غدًا.
desk-family-tonight = هذا المساء
desk-family-week = عرض الأسبوع
desk-family-nothing-to-do = لا يُطلب منكم أي شيء.
desk-family-before = الأيام السابقة
desk-family-note = ترون متى يُطلب الدعم وكيف انتهى. تبقى الرسائل بين التلميذ ومن يساعده.
