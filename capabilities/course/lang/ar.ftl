# Brouillon, pas encore relu par une personne dont c’est la langue. Draft, not yet read by a native.
course-title = أنشطة على الإنترنت
course-way = أنشطة على الإنترنت
course-children = ما أنجزه أطفالكم
course-children-none = لا شيء حاليا.
course-done = أُنجز
course-begun = بدأ
course-mark = { $state }، { $mark } من { $most }
