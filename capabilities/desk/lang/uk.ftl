# Brouillon, pas encore relu par une personne dont c’est la langue. Draft, not yet read by a native.
desk-an-adult = працівник школи
desk-subject-maths = Математика
desk-subject-francais = Французька
desk-subject-langues = Іноземні мови
desk-subject-histoire = Історія, географія
desk-subject-sciences = Природничі науки
desk-subject-autre = Інше
desk-followup-told-family = Школа відповіла на запит вашої дитини ({ $subject }). Дитина прочитає відповідь у своїх запитах.
desk-state-waiting = Очікує
desk-state-claimed = Триває
desk-state-done = Завершено
desk-state-withdrawn = Скасовано
desk-state-followup = Школа відповість
desk-state-followed = Школа відповіла
desk-family-child-nothing = { $name }: сьогодні ввечері запитів немає
desk-family-child-waits = { $name }: очікування допомоги
desk-family-child-helped-now = { $name }: зараз допомагає дорослий
desk-family-child-helped = { $name }: допомогу надано
desk-family-child-followup = { $name }: школа відповість завтра
desk-family-child-withdrew = { $name }: запит скасовано
desk-family-step-asked = { $name }: запит про допомогу, { $subject }.
desk-family-step-helped = Запит прийняв педагог: { $name }.
desk-family-step-minutes = { $n ->
    [one] { $n } хвилина.
    [few] { $n } хвилини.
    [many] { $n } хвилин.
   *[other] { $n } хвилини.
 }
desk-family-end-compris = { $name }: усе зрозуміло.
desk-family-end-classe = Учитель пояснить це ще раз на уроці.
desk-family-end-demain = Школа відповість завтра.
desk-family-end-parti = { $name }: зв’язок завершено.
desk-family-end-done = Завершено.
desk-family-end-withdrawn = { $name }: запит скасовано.
desk-family-end-followup = Школа відповість завтра.
desk-family-tonight = Сьогодні ввечері
desk-family-week = Переглянути тиждень
desk-family-nothing-to-do = Вам нічого не потрібно робити.
desk-family-before = Попередні дні
desk-family-note = Ви бачите, коли дитина просить допомоги й чим це закінчилося. Повідомлення бачать лише дитина й дорослий, який допомагає.
