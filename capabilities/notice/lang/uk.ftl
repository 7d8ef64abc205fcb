# Brouillon, pas encore relu par une personne dont c’est la langue. Draft, not yet read by a native.
notice-title = Листи
notice-read-all = Усе прочитано
notice-read-done = Готово: усе прочитано.
notice-none = Повідомлень немає
notice-none-text = Повідомлення школи з’являються тут.
notice-new = Нове
notice-open = Прочитати й відповісти
notice-mail-subject = Лист від школи: { $school }
notice-mail-text = Лист від школи: { $school }. Прочитати: { $link }
notice-channel = Як школа зв’язується з вами
notice-channel-text = Школа пише вам рідко й ніколи ввечері, у вихідні чи на канікулах. Виберіть спосіб.
notice-channel-way = Куди надсилати вам повідомлення?
notice-channel-platform = Тут, у моїх повідомленнях
notice-channel-email = Електронною поштою
notice-channel-sms = Через SMS
notice-channel-paper = На папері, через дитину
notice-channel-address = Ваша електронна адреса
notice-channel-address-hint = Лише для електронної пошти. У листі сказано, яка школа пише й де прочитати, і нічого більше.
notice-channel-number = Ваш номер телефону
notice-channel-number-hint = Лише для SMS. Приклад: 06 39 98 00 01.
notice-channel-save = Зберегти
notice-channel-password = У вас є ще й пароль: щоб це змінити, увійдіть із ним.
notice-channel-saved = Збережено. Наступні повідомлення надходитимуть так.
notice-channel-bad-email = Ця адреса неповна. Приклад: prenom.nom@exemple.fr.
notice-channel-landline = SMS не надходить на стаціонарний телефон. Вкажіть мобільний номер або виберіть інший спосіб.
notice-channel-bad-number = Цей номер неповний. Приклад: 06 39 98 00 01.
notice-channel-choose = Виберіть спосіб зв’язку.
notice-account = Мій обліковий запис
notice-card-unread = { $n ->
    [one] { $n } непрочитане повідомлення
    [few] { $n } непрочитані повідомлення
    [many] { $n } непрочитаних повідомлень
   *[other] { $n } непрочитаного повідомлення
 }
notice-card-unread-more = Від { $since }
notice-card-unread-do = Прочитати
notice-anew-adult = Вашу картку оновлено: стара більше не діє. Якщо ви цього не просили, одразу скажіть школі. Новою карткою можна все читати, але день не можна підписувати.
notice-account-password-adult = Вам видано новий пароль на папері: старий більше не діє. Якщо ви цього не просили, одразу скажіть школі.
notice-account-by-code-adult = Ваш пароль змінено за кодом з електронної пошти або SMS. Якщо це не ви, одразу скажіть школі.
notice-account-renamed-adult = Ваше ім’я користувача тепер: { $login }. Пароль той самий.
notice-account-sessions-adult = Вас відключено на всіх пристроях. Увійдіть знову; якщо це вас дивує, скажіть школі.
notice-account-blocked-adult = Ваш доступ до Préau закрито. Запитайте у школі чому.
notice-account-unblocked-adult = Ви знову можете заходити в Préau.
notice-code-subject = Ваш код для Préau
notice-code-text = Préau: ваш код { $code }. Діє десять хвилин, один раз. Ви нічого не просили? Нікому його не кажіть.
