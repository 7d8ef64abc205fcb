# Brouillon, pas encore relu par une personne dont c’est la langue. Draft, not yet read by a native.
directory-groups = المجموعات
directory-no-group = لا توجد مجموعات حاليًا
directory-no-group-text = تظهر هنا المجموعات والأقسام.
