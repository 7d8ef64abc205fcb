# Brouillon, pas encore relu par une personne dont c’est la langue. Draft, not yet read by a native.
notice-title = Mesajlar
notice-read-all = Hepsini okudum
notice-read-done = Tamam: hepsi okundu.
notice-none = Mesaj yok
notice-none-text = Okulun mesajları buraya gelir.
notice-new = Yeni
notice-open = Oku ve yanıtla
notice-mail-subject = { $school } size yazdı
notice-mail-text = { $school } size yazdı. Buradan okuyun: { $link }
notice-channel = Okul size nasıl ulaşsın?
notice-channel-text = Okul size az yazar; akşamları, hafta sonu ve tatilde hiç yazmaz. Yolunu siz seçin.
notice-channel-way = Mesajlar size nereden gelsin?
notice-channel-platform = Burada, mesajlarımda
notice-channel-email = E-postayla
notice-channel-sms = SMS ile
notice-channel-paper = Kâğıtla, çocuğum aracılığıyla
notice-channel-address = E-posta adresiniz
notice-channel-address-hint = Yalnızca e-posta için. Mesaj hangi okulun yazdığını ve nereden okunacağını söyler, başka bir şey söylemez.
notice-channel-number = Telefon numaranız
notice-channel-number-hint = Yalnızca SMS için. Örnek: 06 39 98 00 01.
notice-channel-save = Kaydet
notice-channel-password = Bir parolanız da var: bunu değiştirmek için onunla girin.
notice-channel-saved = Kaydedildi. Sonraki mesajlar buradan gelecek.
notice-channel-bad-email = Bu adres eksik. Örnek: prenom.nom@exemple.fr.
notice-channel-landline = Sabit telefona SMS gelmez. Cep telefonu numarası verin ya da başka bir yol seçin.
notice-channel-bad-number = Bu numara eksik. Örnek: 06 39 98 00 01.
notice-channel-choose = Size nasıl ulaşılacağını seçin.
notice-account = Hesabım
notice-card-unread = { $n ->
    [one] Okunacak bir mesaj
   *[other] Okunacak { $n } mesaj
 }
notice-card-unread-more = Şu tarihten beri: { $since }
notice-card-unread-do = Oku
notice-anew-adult = Kartınız yenilendi: eskisi artık çalışmıyor. Siz istemediyseniz hemen okula söyleyin. Yeni kart her şeyi okur ama bir gün boyunca imzalamaz.
notice-account-password-adult = Size kâğıtla yeni bir parola verildi: eskisi artık açmıyor. Siz istemediyseniz hemen okula söyleyin.
notice-account-by-code-adult = Parolanız e-posta ya da SMS ile gelen bir kodla değiştirildi. Siz değilseniz hemen okula söyleyin.
notice-account-renamed-adult = Kullanıcı adınız artık: { $login }. Parola aynı.
notice-account-sessions-adult = Bütün cihazlarınızdan çıkış yapıldı. Yeniden girin; buna şaşırdıysanız okula söyleyin.
notice-account-blocked-adult = Préau’ya girişiniz kapatıldı. Nedenini okula sorun.
notice-account-unblocked-adult = Préau’ya yeniden girebilirsiniz.
notice-code-subject = Préau kodunuz
notice-code-text = Préau: kodunuz { $code }. On dakika geçerli, bir kez kullanılır. Siz istemediyseniz kimseye vermeyin.
