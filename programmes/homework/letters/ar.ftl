# Brouillon, pas encore relu par une personne dont c’est la langue. Draft, not yet read by a native.
offer-title = المساعدة عن بُعد في الواجبات المدرسية: { $child }
offer-intro = تقترح المدرسة ({ $school }) على { $child } مساعدة في إنجاز الواجبات المدرسية عن بُعد بعد الدروس، دون الحاجة إلى البقاء في المدرسة. يقدّم المساعدة مدرّس أو مدرّسة.
