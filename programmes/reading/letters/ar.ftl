# Brouillon, pas encore relu par une personne dont c’est la langue. Draft, not yet read by a native.
offer-title = القراءة معًا عن بُعد، من أجل { $child }
offer-intro = تقترح { $school } مشاركة { $child } في القراءة بصوت عالٍ مع بعض التلاميذ، كلٌّ من بيته. يستمع إليهم مدرّس عن بُعد.
