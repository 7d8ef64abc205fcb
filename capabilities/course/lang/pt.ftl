# Brouillon, pas encore relu par une personne dont c’est la langue. Draft, not yet read by a native.
course-title = Atividades em linha
course-way = Atividades em linha
course-children = O que os seus filhos fizeram
course-children-none = Nada por enquanto.
course-done = Feito
course-begun = Começado
course-mark = { $state }, { $mark } em { $most }
