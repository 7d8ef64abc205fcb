course-title = أنشطة على الإنترنت
course-way = أنشطة على الإنترنت
course-children = ما أنجزه أطفالكم
course-children-none = لا شيء حاليا.
course-done = أُنجز
course-begun = بدأ
course-mark = { $state }، { $mark } من { $most }
