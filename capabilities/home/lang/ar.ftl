# Brouillon, pas encore relu par une personne dont c’est la langue. Draft, not yet read by a native.
home-hello = صباح الخير { $name }
home-evening = مساء الخير { $name }
home-waits = ما ينتظركم
home-day = يومكم
home-on = الآن
home-comes = قريبًا
home-day-more = تظهر هنا { $n } أشياء فقط: والباقي في صفحات القائمة.
home-nothing = لا شيء ينتظركم
home-nothing-text = تم كل شيء لهذا اليوم. ما يُطلب منكم يظهر هنا.
home-entry-none = لا يوجد شيء هنا حاليًا
home-entry-none-text = ستجدون هنا كل ما يعنيكم.
home-welcome = مرحبًا بكم، هذا أول مساء لكم هنا
home-welcome-1 = في المساء، يمكن طلب المساعدة: تكفي صورة أو رسالة صوتية أو جملة.
home-welcome-2 = يجيب أحد العاملين في المدرسة هنا، أو يتصل بالهاتف. لا يُطلب منكم أي شيء.
home-welcome-3 = ترون متى قُدّمت المساعدة. تبقى الرسائل بين التلميذ ومن يساعده.
home-welcome-known = فهمت
home-welcome-done = تم ذلك. صفحة المساعدة في أسفل كل صفحة.
