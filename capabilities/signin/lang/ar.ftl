# Brouillon, pas encore relu par une personne dont c’est la langue. Draft, not yet read by a native.
signin-title = الدخول بالبطاقة
signin-title-card = الدخول ببطاقة
signin-enter = دخول
signin-scan = الأسهل: افتحوا كاميرا الهاتف ووجّهوها نحو المربع الأبيض والأسود على البطاقة. أو اكتبوا الرمز هنا.
signin-code = رمز البطاقة
signin-code-hint = ثلاثة أجزاء، مثل pomme-42718-lune
signin-code-missing = اكتبوا رمز البطاقة.
signin-pin = الرمز السري
signin-pin-hint = 4 أرقام. في المرة الأولى: اتركوا الخانة فارغة واكتبوا المفتاح، ثم اختاروا الرمز.
signin-pin-or-key = اكتبوا الرمز السري (4 أرقام). إذا لم تُستعمل البطاقة من قبل، فاكتبوا مفتاحها.
signin-key = مفتاح البطاقة
signin-key-hint = العلامات الست تحت الرمز، مثل k7r-2mf. في المرة الأولى فقط، أو إذا طلبها Préau.
signin-key-first = المفتاح: { $key }
signin-key-wanted = محاولات كثيرة. وجّهوا الكاميرا نحو مربع البطاقة، أو اكتبوا مفتاحها أيضًا: العلامات الست تحت الرمز.
signin-pin-only-hint = الأرقام الأربعة التي لا يعرفها غيركم
signin-pin-missing = اكتبوا الرمز السري، 4 أرقام.
signin-pin-wrong = الرمز السري غير صحيح. حاولوا من جديد.
signin-wrong = الرمز غير صحيح
signin-wrong-wait = انتظروا قليلًا
signin-card-wrong = رمز البطاقة أو مفتاحها أو الرمز السري غير صحيح. انظروا إلى البطاقة وحاولوا من جديد. إذا لم تُستعمل من قبل، يجب كتابة مفتاحها أيضًا.
signin-kept = ما كتبتموه محفوظ ليوم واحد: ادخلوا لتجدوه.
signin-kept-adult = ما كتبتموه محفوظ ليوم واحد: ادخلوا لتجدوه.
signin-wait = { $n ->
    [zero] محاولات كثيرة. انتظروا قليلًا ثم أعيدوا المحاولة.
    [one] محاولات كثيرة. انتظروا دقيقة واحدة ثم أعيدوا المحاولة.
    [two] محاولات كثيرة. انتظروا دقيقتين ثم أعيدوا المحاولة.
    [few] محاولات كثيرة. انتظروا { $n } دقائق ثم أعيدوا المحاولة.
    [many] محاولات كثيرة. انتظروا { $n } دقيقة ثم أعيدوا المحاولة.
   *[other] محاولات كثيرة. انتظروا { $n } دقيقة ثم أعيدوا المحاولة.
 }
signin-lost = ضاعت بطاقتي أو ضاع الرمز
signin-lost-text = اطلبوا بطاقة جديدة من المدرسة. لن تعمل البطاقة القديمة.
signin-forgot = نسيتُ الرمز السري
signin-forgot-text = اطلبوا بطاقة جديدة من المدرسة، ثم اختاروا رمزًا سريًا جديدًا.
signin-like-this = هكذا تكون البطاقة
signin-example-place = 5e B, Collège des Falaises
signin-keep = احتفظوا بالبطاقة، ولا تعطوا الرمز السري لأحد.
signin-adult-ask = هل تعملون في مدرسة؟
signin-adult-way = الدخول بكلمة مرور
signin-device = هذا الجهاز…
signin-device-own = لي وحدي
signin-device-own-text = يبقى الدخول مفتوحًا لمدة شهر
signin-device-shared = للعائلة
signin-device-shared-text = يمكن لعدة أشخاص من العائلة الدخول. يُغلق كل شيء هذا المساء.
signin-device-school = للجميع
signin-device-school-text = في المدرسة أو المكتبة العامة: ساعتان
signin-pin-title = الرمز السري
signin-choose-title = اختيار الرمز السري
signin-choose-text = تُستعمل هذه البطاقة لأول مرة. اختاروا 4 أرقام سهلة عليكم وصعبة على غيركم. لا تكتبوها على البطاقة.
signin-pin-new = الرمز السري
signin-pin-new-hint = 4 أرقام، وليس تاريخ الميلاد
signin-pin-again = مرة أخرى
signin-pin-shape = يجب كتابة 4 أرقام.
signin-pin-differ = الرمزان غير متطابقين.
signin-pin-common = هذا الرمز سهل التخمين. اختاروا رمزًا آخر.
signin-pin-birth = تاريخ الميلاد معروف لدى الآخرين. اختاروا رمزًا آخر.
signin-pin-taken = لهذه البطاقة رمز سري. اكتبوه.
signin-dead = لم تعد هذه البطاقة تعمل
signin-dead-text = اطلبوا بطاقة جديدة من المدرسة.
signin-here = على هذا الجهاز
signin-switch-to = { $who }، على هذا الجهاز منذ { $hour }
signin-switch-title = هل هذا أنتم؟
signin-pin-of = الرمز السري: { $who }
signin-busy = عدد كبير من الأشخاص يدخلون الآن. حاولوا من جديد بعد دقيقة.
signin-print = طباعة
signin-account = حسابي
signin-leave = خروج
signin-sessions = الأجهزة المتصلة
signin-session-this = هذا الجهاز
signin-session-since = الدخول: { $when }
signin-session-seen = آخر استعمال: { $when }
signin-session-end = إخراج هذا الجهاز
signin-session-others = إخراج كل الأجهزة الأخرى
signin-channel = اختيار طريقة اتصال المدرسة بكم
signin-language = اللغة
signin-on-android = هاتف Android
signin-on-tablet = لوحة Android
signin-on-iphone = iPhone
signin-on-ipad = iPad
signin-on-chromebook = Chromebook
signin-on-windows = حاسوب Windows
signin-on-mac = Mac
signin-on-linux = حاسوب Linux
signin-on-other = جهاز غير معروف
signin-role-delegate = ممثل الآباء والأمهات
signin-role-guardian = ولي الأمر
signin-shut-left-adult = حسابكم مغلق منذ { $day }: اسألوا { $who }.
signin-shut-blocked-adult = دخولكم مغلق منذ { $day }: اسألوا { $who }.
signin-shut-early-adult = حسابكم غير مفتوح بعد: اسألوا { $who }.
signin-whom = من يساعدني على الدخول؟
signin-whom-at-pupil = { $school }: اسألوا { $who }.
signin-whom-at-adult = { $school }: اسألوا { $who }.
signin-whom-one = { $name } ({ $role })
signin-whom-or = أو
signin-whom-role-referent = المسؤول عن المعلوميات (référent numérique)
signin-whom-role-vie-scolaire = مكتب الحياة المدرسية (vie scolaire)
signin-whom-role-head = إدارة المدرسة
signin-whom-above = المسؤولون عن Préau في الأكاديمية (académie)
signin-whom-nobody-pupil = أحد العاملين في المدرسة
signin-whom-nobody-adult = إدارة المدرسة
signin-whom-other = مدرسة أخرى
signin-whom-school = مدرستكم
signin-whom-school-adult = مدرستكم
signin-whom-school-hint = بداية اسمها، أو رمزها، مثل 0140041U
signin-whom-find = بحث
signin-help-text = ضاعت البطاقة أو نُسي الرمز أو كلمة المرور: هؤلاء يعيدون لكم الدخول.
signin-help-nobody = لم يُعيَّن أحد هنا بعد: اسألوا إدارة المدرسة.
signin-help-found = المدارس التي عُثر عليها
signin-help-more = { $n ->
    [zero] لا مدارس أخرى.
    [one] ومدرسة أخرى: اكتبوا حروفًا أكثر.
    [two] ومدرستان أخريان: اكتبوا حروفًا أكثر.
    [few] و{ $n } مدارس أخرى: اكتبوا حروفًا أكثر.
    [many] و{ $n } مدرسة أخرى: اكتبوا حروفًا أكثر.
   *[other] و{ $n } مدرسة أخرى: اكتبوا حروفًا أكثر.
 }
signin-help-nothing = لا توجد مدرسة بهذا الاسم. اكتبوا بداية كلمة من اسمها أو رمزها.
signin-help-code = نسيتُ كلمة المرور: الحصول على رمز
signin-said-others = تم إخراج الأجهزة الأخرى.
signin-said-session = تم إخراج الجهاز.
signin-said-out = تم الخروج من هذا الجهاز.
signin-said-out-family = تم إغلاق فضائكم. يبقى أفراد العائلة الآخرون داخلين هنا.
signin-trail = ما تم بشأني
