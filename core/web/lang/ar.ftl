# Brouillon, pas encore relu par une personne dont c’est la langue. Draft, not yet read by a native.
shell-skip = الانتقال إلى المحتوى
shell-nav = القائمة
shell-entry-today = اليوم
shell-entry-week = الأسبوع
shell-entry-help = مساعدة
shell-entry-children = الأبناء
shell-entry-groups = المجموعات
shell-entry-school = المدرسة
shell-entry-territory = المنطقة
shell-entry-programmes = البرامج
shell-entry-messages = الرسائل
shell-ways = صفحات أخرى
shell-entry-waits = للاطلاع
shell-account = ، حسابي
shell-home = العودة إلى الصفحة الرئيسية
shell-accessibility = سهولة الاستخدام: مطابقة جزئيًا
shell-data = معلوماتكم الشخصية
shell-help = مساعدة
shell-language = اللغة
shell-demo = عرض تجريبي: الأشخاص غير حقيقيين، والمدارس حقيقية.
shell-offline = لا يوجد اتصال بالإنترنت
shell-offline-text = ما تكتبونه هنا سيُرسل تلقائيًا. لم يضِع شيء.
shell-page-kept = صفحة محفوظة في الساعة { $time }
shell-page-kept-on = صفحة محفوظة يوم { $date } في الساعة { $time }
shell-away = هذه الصفحة تحتاج إلى الإنترنت
shell-away-text = لا يوجد اتصال. ستُفتح الصفحة عند عودة الإنترنت.
shell-away-kept = الصفحات المحفوظة على هذا الجهاز
shell-unsent = تعذّر الإرسال
shell-leave = هناك رسالة لم تُرسل بعد. الخروج الآن يحذفها من هذا الجهاز. هل تريدون الخروج؟
shell-pending = لم يُرسل بعد
shell-sending = جارٍ الإرسال
shell-lost = لم يُرسل بعد:
shell-look-again = هل من جديد؟
shell-kept = الرسالة محفوظة هنا. يُرجى الدخول من جديد لإرسالها.
shell-left = الأحرف المتبقية: { $n }
shell-record = تسجيل صوتي
shell-stop = إيقاف
shell-erase = حذف
shell-quiet = لا يُسمع شيء تقريبًا: الأفضل الاقتراب من الميكروفون.
shell-unread = تعذّرت قراءة هذا الملف هنا: لم يُحفظ.
shell-heic = هذه الصورة بصيغة HEIC التي لا يقرؤها هذا المتصفح: لم تُحفظ. تصلح لقطة شاشة للصورة.
shell-nomic = الميكروفون غير متاح: يمكن اختيار ملف.
shell-film = تصوير نصف دقيقة
shell-nocamera = الكاميرا غير متاحة: يمكن اختيار ملف.
shell-to-mend = { $n ->
    [zero] لا شيء للتصحيح
    [one] شيء واحد للتصحيح
    [two] شيئان للتصحيح
    [few] { $n } أشياء للتصحيح
    [many] { $n } شيئًا للتصحيح
   *[other] { $n } شيء للتصحيح
 }
shell-not-found = هذه الصفحة غير موجودة
shell-not-found-text = العنوان غير صحيح، أو الصفحة ليست لكم.
shell-forbidden = هذا غير ممكن هنا
shell-forbidden-text = يمكنكم قراءة هذه الصفحة ولا يمكنكم تغييرها.
shell-not-yet = الوقت مبكر للتوقيع
shell-not-yet-text = بطاقتكم جديدة. حتى لا يوقّع أحد مكانكم، لا يمكن التوقيع بها قبل { $when }. يمكنكم قراءة كل شيء إلى ذلك الحين. لم يُرسل شيء.
shell-stale = بقيت الصفحة مفتوحة مدة طويلة
shell-stale-text = لم يُرسل شيء. افتحوا الصفحة من جديد وأعيدوا المحاولة.
shell-unreadable = تعذّرت قراءة الإرسال
shell-unreadable-text = ربما كان الحجم كبيرًا جدًا. حاولوا بصور أقل.
shell-file-unknown = يجب أن تكون صورة (JPEG أو PNG أو WebP أو GIF) أو صوتًا (MP3 أو M4A أو AAC أو WAV أو Ogg أو WebM) أو فيديو قصيرًا (MP4 أو WebM). لم يُرسل شيء.
shell-file-empty = الملف فارغ. اختاروا ملفًا آخر. لم يُرسل شيء.
shell-file-empty-picture = الصورة فارغة. اختاروا صورة أخرى. لم يُرسل شيء.
shell-file-picture-cut = لم تصل الصورة كاملة. اختاروها من جديد أو اختاروا غيرها. لم يُرسل شيء.
shell-file-picture-large = حجم الصورة أكبر من 8 ميغابايت. يلزم صورة أصغر. لم يُرسل شيء.
shell-file-picture-vast = في الصورة أكثر من 64 مليون بكسل. يلزم صورة أصغر. لم يُرسل شيء.
shell-ours = المشكلة من عندنا
shell-ours-text = حدث عطل عندنا ونحن على علم به. حاولوا من جديد بعد دقيقة.
shell-strange = علامة غير مقبولة
shell-strange-text = في العنوان أو النص علامة لا توجد في أي لوحة مفاتيح. لم يُرسل شيء.
shell-no-text = تعذّرت قراءة النص
shell-no-text-text = كُتب العنوان أو النص بترميز لا نقرؤه. لم يُرسل شيء.
shell-no-text-field = تعذّرت قراءة بعض العلامات هنا فحُذفت: أعيدوا القراءة ثم أرسلوا.
shell-long = النص طويل جدًا
shell-long-text = النص أطول مما يمكن إرساله. لم يُرسل شيء.
shell-long-field = النص طويل جدًا: هنا بدايته فقط. اختصروه ثم أرسلوا.
shell-strange-field = كانت هنا علامة غير مرئية فحُذفت: أعيدوا القراءة ثم أرسلوا.
shell-slow = استغرق الإرسال وقتًا طويلًا
shell-slow-text = انقطع الاتصال. لم يُرسل شيء. عودوا وأعيدوا المحاولة، بصور أقل إذا كان الاتصال بطيئًا.
shell-later = انتظروا قليلًا
shell-later-bytes = أُرسل عدد كبير من الصور أو الأصوات منذ ساعة. لم يُرسل شيء. حاولوا لاحقًا، أو أرسلوا النص وحده.
shell-later-address = تصل من عندكم إرسالات كثيرة في وقت واحد. لم يُرسل شيء. حاولوا من جديد بعد دقيقة.
shell-later-all = تصل صور كثيرة في وقت واحد. لم يُرسل شيء. حاولوا من جديد بعد دقيقة.
shell-full = لا يمكن حفظ أي شيء الآن
shell-full-text = المشكلة من عندنا ونحن على علم بها. لم يُرسل شيء. حاولوا من جديد بعد بضع دقائق.
shell-again = لم يُرسل بعد
shell-again-signed = انتهت مدة الدخول. هذا ما كان مكتوبًا: أعيدوا القراءة ثم أرسلوا.
shell-again-stale = بقيت الصفحة مفتوحة مدة طويلة. هذا ما كان مكتوبًا: أعيدوا القراءة ثم أرسلوا.
shell-again-words = ما كان مكتوبًا
shell-again-chosen = تم اختيار ما يلي أيضًا:
shell-again-files = لم تُحفظ الصور والأصوات والفيديوهات: يجب اختيارها من جديد.
shell-again-send = إرسال
shell-again-drop = حذف هذا النص
shell-time = ⁦{ $h }:{ $m }⁩
shell-day-1 = الاثنين
shell-day-2 = الثلاثاء
shell-day-3 = الأربعاء
shell-day-4 = الخميس
shell-day-5 = الجمعة
shell-day-6 = السبت
shell-day-7 = الأحد
shell-month-1 = يناير
shell-month-2 = فبراير
shell-month-3 = مارس
shell-month-4 = أبريل
shell-month-5 = مايو
shell-month-6 = يونيو
shell-month-7 = يوليو
shell-month-8 = أغسطس
shell-month-9 = سبتمبر
shell-month-10 = أكتوبر
shell-month-11 = نوفمبر
shell-month-12 = ديسمبر
shell-date = { $day } { $n } { $month }
shell-date-year = { $day } { $n } { $month } { $year }
shell-born = { $n } { $month } { $year }
shell-more = { $n ->
    [zero] لا مزيد
    [one] عرض واحد آخر
    [two] عرض اثنين آخرين
    [few] عرض { $n } أخرى
    [many] عرض { $n } أخرى
   *[other] عرض { $n } أخرى
 }
shell-pages = الصفحات
shell-pages-rows = من { $from } إلى { $to } (المجموع: { $count })
shell-page-before = الصفحة السابقة
shell-page-after = الصفحة التالية
shell-kept-image = الصورة محفوظة
shell-kept-audio = الرسالة الصوتية محفوظة
shell-kept-video = الفيديو محفوظ
shell-kept-application = الملف محفوظ
shell-undo = تراجع
shell-turn-adult = هناك من ينتظركم.
shell-said-language = الصفحات الآن بالعربية.
shell-said-thrown = حُذف هذا النص، ولم يُرسل شيء.
shell-lasts-minutes = { $m } د
shell-lasts-hours = { $h } س
shell-lasts = { $h } س { $m } د
