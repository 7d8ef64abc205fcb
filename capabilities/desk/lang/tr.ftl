# Brouillon, pas encore relu par une personne dont c’est la langue. Draft, not yet read by a native.
desk-an-adult = okuldan bir yetişkin
desk-subject-maths = Matematik
desk-subject-francais = Fransızca
desk-subject-langues = Yabancı diller
desk-subject-histoire = Tarih-coğrafya
desk-subject-sciences = Fen bilimleri
desk-subject-autre = Diğer
desk-followup-told-family = Okul çocuğunuzun yardım isteğine yanıt verdi ({ $subject }). Çocuğunuz yanıtı isteklerinde okur.
desk-state-waiting = Beklemede
desk-state-claimed = Sürüyor
desk-state-done = Bitti
desk-state-withdrawn = Geri çekildi
desk-state-followup = Okul yanıt verecek
desk-state-followed = Okul yanıt verdi
desk-family-child-nothing = { $name } bu akşam bir şey istemedi
desk-family-child-waits = { $name } yardım bekliyor
desk-family-child-helped-now = { $name } şu anda yardım alıyor
desk-family-child-helped = { $name } yardım aldı
desk-family-child-followup = Okul yarın yanıt verecek: { $name }
desk-family-child-withdrew = { $name } isteğini geri çekti
desk-family-step-asked = { $name } yardım istedi: { $subject }.
desk-family-step-helped = Talebi alan: { $name }.
desk-family-step-minutes = { $n ->
    [one] Bir dakika.
   *[other] { $n } dakika.
 }
desk-family-end-compris = { $name } anladı.
desk-family-end-classe = Öğretmen bunu sınıfta yeniden anlatacak.
desk-family-end-demain = Okul yarın yanıt verecek.
desk-family-end-parti = { $name } artık orada değildi.
desk-family-end-done = Bitti.
desk-family-end-withdrawn = { $name } isteğini geri çekti.
desk-family-end-followup = Okul yarın yanıt verecek.
desk-family-tonight = Bu akşam
desk-family-week = Haftayı gör
desk-family-nothing-to-do = Yapmanız gereken bir şey yok.
desk-family-before = Önceki günler
desk-family-note = Çocuğunuzun ne zaman yardım istediğini ve nasıl bittiğini görürsünüz. Mesajlar çocuk ile ona yardım eden yetişkin arasında kalır.
