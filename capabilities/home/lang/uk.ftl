# Brouillon, pas encore relu par une personne dont c’est la langue. Draft, not yet read by a native.
home-hello = Добрий день, { $name }
home-evening = Добрий вечір, { $name }
home-waits = Чекає на вас
home-day = Ваш день
home-on = Зараз
home-comes = Незабаром
home-day-more = Тут показано лише { $n }: решта на сторінках меню.
home-nothing = На вас нічого не чекає
home-nothing-text = На сьогодні все зроблено. Те, що потрібно від вас, з’являтиметься тут.
home-entry-none = Поки що тут нічого немає
home-entry-none-text = Коли щось стосуватиметься вас, воно буде тут.
home-welcome = Вітаємо, це ваш перший вечір тут
home-welcome-1 = Увечері дитина може попросити допомоги: досить фото, голосу чи одного речення.
home-welcome-2 = Працівник школи відповідає тут або телефонує. Вам нічого не потрібно робити.
home-welcome-3 = Ви бачите, коли дитині допомогли. Повідомлення бачать лише дитина й дорослий.
home-welcome-known = Зрозуміло
home-welcome-done = Готово. Допомога внизу кожної сторінки.
