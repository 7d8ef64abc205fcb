# Brouillon, pas encore relu par une personne dont c’est la langue. Draft, not yet read by a native.
course-title = Çevrimiçi etkinlikler
course-way = Çevrimiçi etkinlikler
course-children = Çocuklarınızın yaptıkları
course-children-none = Şimdilik bir şey yok.
course-done = Yapıldı
course-begun = Başlandı
course-mark = { $state }, { $most } üzerinden { $mark }
