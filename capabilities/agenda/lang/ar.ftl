# Brouillon, pas encore relu par une personne dont c’est la langue. Draft, not yet read by a native.
agenda-week = الأسبوع
agenda-weeks = الأسابيع
agenda-week-of = من { $from } إلى { $to }
agenda-week-before = الأسبوع السابق
agenda-week-after = الأسبوع المقبل
agenda-week-this = هذا الأسبوع
agenda-letter = الأسبوع { $letter }
agenda-doubt = لم تُقارن تواريخ عطل هذه السنة بعد بالنص الرسمي.
agenda-yours-week = الحصص
agenda-none = لا توجد حصص هذا الأسبوع
agenda-none-text = عندما تكون هناك حصة، ستجدونها هنا.
agenda-offers = يمكن التسجيل فيها
agenda-from-to = من { $from } إلى { $to }
agenda-kind-groupe = عمل في مجموعة
agenda-kind-rendez-vous = موعد في مجموعة صغيرة
agenda-kind-oral = حصة شفهية عن بُعد
agenda-kind-sur-place = المساعدة في الواجبات داخل المدرسة
agenda-kind-depuis-college = المدرّس في المدرسة والتلاميذ في مكان آخر
agenda-place-maison = في البيت
agenda-place-tiers-lieu = في مكان للدراسة قريب من البيت
agenda-place-college = في المدرسة
agenda-state-open = جارية
agenda-state-held = انتهت
agenda-state-cancelled = أُلغيت
agenda-state-missed = لم يُذكر هل جرت
agenda-mark-present = حضور
agenda-mark-absent = غياب
agenda-mark-excuse = غياب مبرَّر
agenda-mark-unsaid = غير مذكور
agenda-seat-enrolled = تم حجز مكان
agenda-seat-waiting = في قائمة الانتظار
agenda-an-adult = أحد العاملين في المدرسة
agenda-nobody = لم يُحدَّد المسؤول بعد
agenda-places = { $n } من { $of }
agenda-places-term = الأماكن
agenda-waiting = { $n ->
    [zero] لا أحد في الانتظار
    [one] تلميذ واحد في الانتظار
    [two] تلميذان في الانتظار
    [few] { $n } تلاميذ في الانتظار
    [many] { $n } تلميذًا في الانتظار
   *[other] { $n } تلميذ في الانتظار
 }
agenda-free = { $n ->
    [zero] لا توجد أماكن
    [one] مكان واحد
    [two] مكانان
    [few] { $n } أماكن
    [many] { $n } مكانًا
   *[other] { $n } مكان
 }
agenda-full = لا توجد أماكن
agenda-full-text = لم تعد هناك أماكن. يحصل الأول في قائمة الانتظار على أول مكان يتوفر.
agenda-list = قائمة الانتظار
agenda-list-text = ستصلكم رسالة عندما يتوفر مكان.
agenda-clash = في نفس وقت «{ $title }»، الساعة { $time }
agenda-clash-short = حصة أخرى في نفس الوقت
agenda-before-bus = قبل وصول الحافلة، الساعة { $time }
agenda-early-short = قبل الرجوع بالحافلة
agenda-home-at = الرجوع بالحافلة: { $time }
agenda-no-bus = لا حافلة
agenda-bus-change = تغيير
agenda-bus-short = الحافلة
agenda-bus = الرجوع بالحافلة
agenda-bus-lead = متى الوصول إلى البيت بعد الحافلة ({ $name })؟ سنخبركم إذا بدأت حصة قبل ذلك.
agenda-bus-time = ساعة الوصول إلى البيت
agenda-bus-hint = مثال: 17:40
agenda-bus-none = لا حافلة مدرسية
agenda-say-bus = يجب أن تكون الساعة بين 12:00 و22:00، مثل 17:40.
agenda-save = حفظ
agenda-room-since = منذ { $time }
agenda-rooms = القاعات
agenda-take = التسجيل
agenda-take-list = التسجيل في قائمة الانتظار
agenda-take-all = التسجيل في كل مرة
agenda-leave = إلغاء المكان
agenda-leave-all = عدم المجيء نهائيًا
agenda-where = المكان
agenda-with = مع
agenda-kind = نوع الحصة
agenda-pupils = التلاميذ
agenda-school = المدرسة
agenda-feeds = متابعة الحصص في جدولكم
agenda-feeds-lead = عنوان سري يعرض الحصص في تقويم الهاتف أو الحاسوب.
agenda-feed-name = Préau، الحصص
agenda-feed-made = العنوان جاهز
agenda-feed-address = يُنسخ في التقويم، «الاشتراك في تقويم»
agenda-feed-once = يظهر مرة واحدة فقط. إذا ضاع، يكفي إنشاء عنوان آخر.
agenda-feed-open = المتابعة في تقويم هذا الجهاز
agenda-feed-copy = نسخ
agenda-feed-copied = تم النسخ.
agenda-feed-scan = أو وجّهوا كاميرا الهاتف نحو المربع.
agenda-feed-secret = من يعرف العنوان يرى الحصص دون أي اسم تلميذ. إذا أُعطي خطأً، أزيلوه: لن يعرض شيئًا بعد ذلك.
agenda-feed-since = عنوان أُنشئ يوم { $date }، { $time }
agenda-feed-revoke = إزالة
agenda-feed-make = إنشاء عنوان
agenda-feed-most = هناك خمسة عناوين. أزيلوا واحدًا لإنشاء آخر.
agenda-print = طباعة
agenda-contact = المسؤول عن المعلوميات في المدرسة
agenda-refused-over = انتهت هذه الحصة أو أُلغيت.
agenda-refused-silent-family = ننتظر موافقتكم. أجيبوا أولًا عن رسالة المدرسة؛ للمساعدة: { $contact }.
agenda-refused-refused-family = قالت العائلة «لا» لهذه المساعدة. لتغيير الرأي، أجيبوا من جديد عن الرسالة؛ للمساعدة: { $contact }.
agenda-tell-moved-family = أصبح هناك مكان لابنكم أو ابنتكم: { $title }، { $date }، { $time }.
agenda-tell-cancelled-family = أُلغيت حصة ابنكم أو ابنتكم: { $title }، { $date }، { $time }.
agenda-tell-reason-family = أُلغيت حصة ابنكم أو ابنتكم: { $title }، { $date }، { $time }. { $reason }
agenda-card-child-on = { $about }
agenda-card-child-on-more = الآن، منذ { $time }.
agenda-card-child-on-do = عرض
agenda-card-child-next = { $about }
agenda-card-child-next-more = { $day }، { $time }
agenda-card-child-next-do = عرض
agenda-refused-over-title = فات الوقت
agenda-refused-silent-title = ننتظر موافقتكم
agenda-refused-refused-title = قالت العائلة «لا»
agenda-said-bus = تم الحفظ. الرجوع بالحافلة: { $time }.
agenda-said-no-bus = تم الحفظ: لا حافلة.
agenda-said-revoked = أُزيل العنوان: لم يعد يعرض شيئًا.
agenda-named = { $title }، { $date } الساعة { $time }
agenda-said-taken = تم التسجيل: { $meeting }.
agenda-said-listed = في قائمة الانتظار: { $meeting }. ستخبركم رسالة عندما يتوفّر مكان.
agenda-said-left = أُعيد المكان: { $meeting }.
