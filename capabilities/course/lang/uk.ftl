# Brouillon, pas encore relu par une personne dont c’est la langue. Draft, not yet read by a native.
course-title = Завдання онлайн
course-way = Завдання онлайн
course-children = Що зробили ваші діти
course-children-none = Поки що нічого.
course-done = Зроблено
course-begun = Розпочато
course-mark = { $state }, { $mark } із { $most }
