# Brouillon, pas encore relu par une personne dont c’est la langue. Draft, not yet read by a native.
notice-title = الرسائل
notice-read-all = قرأتُ كل شيء
notice-read-done = تمت قراءة كل شيء.
notice-none = لا توجد رسائل
notice-none-text = تصل رسائل المدرسة إلى هنا.
notice-new = جديد
notice-open = القراءة والرد
notice-mail-subject = رسالة من المدرسة ({ $school })
notice-mail-text = رسالة من المدرسة ({ $school }). للقراءة: { $link }
notice-channel = كيف تتصل بكم المدرسة
notice-channel-text = تكتب إليكم المدرسة قليلًا، ولا تكتب أبدًا في المساء ولا في نهاية الأسبوع ولا خلال العطلة. اختاروا الطريقة.
notice-channel-way = أين تريدون أن تصلكم الرسائل؟
notice-channel-platform = هنا، في رسائلي
notice-channel-email = بالبريد الإلكتروني
notice-channel-sms = برسالة SMS
notice-channel-paper = على ورق مع ابني أو ابنتي
notice-channel-address = عنوان بريدكم الإلكتروني
notice-channel-address-hint = للبريد الإلكتروني فقط. تقول الرسالة أي مدرسة تكتب وأين تُقرأ الرسالة، لا أكثر.
notice-channel-number = رقم هاتفكم
notice-channel-number-hint = لرسائل SMS فقط. مثال: ⁦06 39 98 00 01⁩
notice-channel-save = حفظ
notice-channel-password = لديكم أيضًا كلمة مرور: ادخلوا بها لتغيير هذا.
notice-channel-saved = تم الحفظ. ستصلكم الرسائل القادمة بهذه الطريقة.
notice-channel-bad-email = هذا العنوان غير كامل. مثال: ⁦prenom.nom@exemple.fr⁩
notice-channel-landline = لا تصل رسائل SMS إلى الهاتف الثابت. أعطوا رقم هاتف محمول أو اختاروا طريقة أخرى.
notice-channel-bad-number = هذا الرقم غير كامل. مثال: ⁦06 39 98 00 01⁩
notice-channel-choose = اختاروا طريقة الاتصال بكم.
notice-account = حسابي
notice-card-unread = { $n ->
    [zero] لا رسائل للقراءة
    [one] رسالة واحدة للقراءة
    [two] رسالتان للقراءة
    [few] { $n } رسائل للقراءة
    [many] { $n } رسالة للقراءة
   *[other] { $n } رسالة للقراءة
 }
notice-card-unread-more = منذ { $since }
notice-card-unread-do = قراءة
notice-anew-adult = أُعيد إصدار بطاقتكم: القديمة لم تعد تعمل. إذا لم تطلبوا ذلك، فأخبروا المدرسة فورًا. تسمح البطاقة الجديدة بقراءة كل شيء، ولا تسمح بالتوقيع لمدة يوم.
notice-account-password-adult = أُعطيت لكم كلمة مرور جديدة على ورق: القديمة لم تعد تعمل. إذا لم تطلبوا ذلك، فأخبروا المدرسة فورًا.
notice-account-by-code-adult = غُيّرت كلمة مروركم برمز أُرسل بالبريد الإلكتروني أو SMS. إذا لم تفعلوا ذلك، فأخبروا المدرسة فورًا.
notice-account-renamed-adult = اسم المستخدم هو الآن { $login }. كلمة المرور لم تتغير.
notice-account-sessions-adult = أُخرجت كل أجهزتكم. ادخلوا من جديد؛ وإذا استغربتم ذلك، فأخبروا المدرسة.
notice-account-blocked-adult = أُغلق دخولكم إلى Préau. اسألوا المدرسة عن السبب.
notice-account-unblocked-adult = يمكنكم الدخول إلى Préau من جديد.
notice-code-subject = رمزكم لـ Préau
notice-code-text = Préau: رمزكم هو { $code }. صالح لعشر دقائق ولمرة واحدة. لم تطلبوا شيئًا؟ لا تعطوه لأحد.
