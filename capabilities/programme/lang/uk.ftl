# Brouillon, pas encore relu par une personne dont c’est la langue. Draft, not yet read by a native.
programme-read-publics = Для чого
programme-read-modalities = Як
programme-read-hours = Коли
programme-read-where = Де
programme-read-tools = Якими засобами
programme-read-contacts = До кого звернутися
programme-read-charter = Правила
programme-read-home = Удома
programme-read-bus = Останній автобус привозить учнів додому близько { $time }.
programme-read-open = Відчинено: { $open }
programme-read-seats = { $n ->
    [one] { $n } місце
    [few] { $n } місця
    [many] { $n } місць
   *[other] { $n } місця
 }
programme-read-referent = { $name }, відповідальний за цифрові інструменти
programme-read-contacts-none = Зверніться до школи.
programme-protocol-of = Допомога школи: { $school }
programme-in-force = Чинне з { $day }
programme-superseded-text = Цю версію замінено.
programme-print = Друкувати
programme-protocols = Що пропонує школа
programme-protocols-none = Ще нічого не опубліковано
programme-protocols-none-text = Коли школа опублікує свої пропозиції, вони будуть тут.
programme-hours = { $day }, з { $from } до { $to }
programme-public-aide = Допомога з домашніми завданнями
programme-public-explicitation = Пояснення завдання або уроку
programme-public-remise-a-niveau = Надолуження пропущеного
programme-public-remediation = Повторення незрозумілого
programme-public-decrochage = Запобігання залишенню школи
programme-modality-salle-groupe = Онлайн-кімнати для роботи у групі
programme-modality-petit-groupe = Зустріч у малій групі через відео
programme-modality-bar = Пункт допомоги: запитання й відповідь
programme-modality-telephone = Пункт допомоги може також зателефонувати
programme-modality-classe-orale = Онлайн-клас для усної практики
programme-modality-professeur-au-college = Учитель у школі, учні деінде
programme-way-protocol = Правила допомоги
