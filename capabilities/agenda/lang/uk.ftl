# Brouillon, pas encore relu par une personne dont c’est la langue. Draft, not yet read by a native.
agenda-week = Тиждень
agenda-weeks = Тижні
agenda-week-of = { $from } – { $to }
agenda-week-before = Попередній тиждень
agenda-week-after = Наступний тиждень
agenda-week-this = Цього тижня
agenda-letter = Тиждень { $letter }
agenda-doubt = Дати канікул цього року ще не звірено з офіційним текстом.
agenda-yours-week = Заняття
agenda-none = Цього тижня занять немає
agenda-none-text = Коли заняття буде, воно з’явиться тут.
agenda-offers = Можна записатися
agenda-from-to = з { $from } до { $to }
agenda-kind-groupe = Робота у групі
agenda-kind-rendez-vous = Зустріч у малій групі
agenda-kind-oral = Усне онлайн-заняття
agenda-kind-sur-place = Допомога із завданнями у школі
agenda-kind-depuis-college = Учитель у школі, учні деінде
agenda-place-maison = Удома
agenda-place-tiers-lieu = У місці для навчання недалеко від дому
agenda-place-college = У школі
agenda-state-open = Триває
agenda-state-held = Відбулося
agenda-state-cancelled = Скасовано
agenda-state-missed = Невідомо, чи відбулося
agenda-mark-present = Присутність
agenda-mark-absent = Відсутність
agenda-mark-excuse = Відсутність із поважної причини
agenda-mark-unsaid = Не вказано
agenda-seat-enrolled = Місце є
agenda-seat-waiting = У списку очікування
agenda-an-adult = працівник школи
agenda-nobody = Шукаємо дорослого
agenda-places = { $n } з { $of }
agenda-places-term = Місця
agenda-waiting = { $n ->
    [one] { $n } учень чекає
    [few] { $n } учні чекають
    [many] { $n } учнів чекають
   *[other] { $n } учня чекають
 }
agenda-free = { $n ->
    [one] { $n } вільне місце
    [few] { $n } вільні місця
    [many] { $n } вільних місць
   *[other] { $n } вільного місця
 }
agenda-full = Місць немає
agenda-full-text = Місць більше немає. Щойно звільниться місце, його отримає перший у списку очікування.
agenda-list = Список очікування
agenda-list-text = Коли звільниться місце, надійде повідомлення.
agenda-clash = Одночасно з «{ $title }», о { $time }
agenda-clash-short = Інше заняття в цей час
agenda-before-bus = До прибуття автобуса, о { $time }
agenda-early-short = Автобус ще не приїде
agenda-home-at = Прибуття автобуса: { $time }
agenda-no-bus = Без автобуса
agenda-bus-change = Змінити
agenda-bus-short = Автобус
agenda-bus = Повернення автобусом
agenda-bus-lead = О котрій { $name } приїздить додому автобусом: ми попередимо, якщо заняття починається раніше.
agenda-bus-time = Час прибуття додому
agenda-bus-hint = Приклад: 17:40
agenda-bus-none = Без шкільного автобуса
agenda-say-bus = Час має бути між 12:00 і 22:00, наприклад 17:40.
agenda-save = Зберегти
agenda-room-since = з { $time }
agenda-rooms = Кімнати
agenda-take = Записатися
agenda-take-list = Записатися до списку очікування
agenda-take-all = Записатися на всі заняття
agenda-leave = Звільнити місце
agenda-leave-all = Більше не ходити
agenda-where = Де
agenda-with = З ким
agenda-kind = Вид заняття
agenda-pupils = Учні
agenda-school = Школа
agenda-feeds = Стежити у своєму календарі
agenda-feeds-lead = Секретна адреса показує заняття в календарі телефона чи комп’ютера.
agenda-feed-name = Préau, заняття
agenda-feed-made = Адреса готова
agenda-feed-address = Скопіюйте в календар, «підписатися на календар»
agenda-feed-once = Її показано лише раз. Якщо вона загубиться, створіть іншу.
agenda-feed-open = Стежити в календарі цього пристрою
agenda-feed-copy = Скопіювати
agenda-feed-copied = Скопійовано.
agenda-feed-scan = Або наведіть камеру телефона на квадрат.
agenda-feed-secret = Хто знає адресу, бачить заняття без імен учнів. Якщо її дали помилково, вилучіть її: вона більше нічого не покаже.
agenda-feed-since = Адресу створено: { $date }, { $time }
agenda-feed-revoke = Вилучити
agenda-feed-make = Створити адресу
agenda-feed-most = Уже є п’ять адрес. Вилучіть одну, щоб створити іншу.
agenda-print = Друкувати
agenda-contact = відповідальний за цифрові інструменти у школі
agenda-refused-over = Це заняття завершено або скасовано.
agenda-refused-silent-family = Чекаємо на вашу згоду. Спочатку дайте відповідь на лист школи. Допоможе: { $contact }.
agenda-refused-refused-family = Родина відмовилася від цієї допомоги. Щоб змінити думку, знову дайте відповідь на лист. Допоможе: { $contact }.
agenda-tell-moved-family = Звільнилося місце для вашої дитини: { $title }, { $date }, { $time }.
agenda-tell-cancelled-family = Заняття вашої дитини скасовано: { $title }, { $date }, { $time }.
agenda-tell-reason-family = Заняття вашої дитини скасовано: { $title }, { $date }, { $time }. { $reason }
agenda-card-child-on = { $about }
agenda-card-child-on-more = Зараз, з { $time }.
agenda-card-child-on-do = Переглянути
agenda-card-child-next = { $about }
agenda-card-child-next-more = { $day }, { $time }
agenda-card-child-next-do = Переглянути
agenda-refused-over-title = Запізно
agenda-refused-silent-title = Чекаємо на вашу згоду
agenda-refused-refused-title = Родина відмовилася
agenda-said-bus = Збережено. Прибуття автобуса: { $time }.
agenda-said-no-bus = Збережено: без автобуса.
agenda-said-revoked = Адресу вилучено: вона більше нічого не показує.
agenda-named = { $title }, { $date } о { $time }
agenda-said-taken = Записано: { $meeting }.
agenda-said-listed = У списку очікування: { $meeting }. Повідомлення скаже, коли звільниться місце.
agenda-said-left = Місце повернено: { $meeting }.
