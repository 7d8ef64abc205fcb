# Brouillon, pas encore relu par une personne dont c’est la langue. Draft, not yet read by a native.
programme-read-publics = Ne için
programme-read-modalities = Nasıl
programme-read-hours = Ne zaman
programme-read-where = Nerede
programme-read-tools = Hangi araçlarla
programme-read-contacts = Kime sorulur
programme-read-charter = Kurallar
programme-read-home = Evde
programme-read-bus = Son servisin eve varışı: { $time } civarı.
programme-read-open = Açık: { $open }
programme-read-seats = { $n ->
    [one] { $n } yer
   *[other] { $n } yer
 }
programme-read-referent = { $name }, dijital işler sorumlusu
programme-read-contacts-none = Okula sorun.
programme-protocol-of = { $school }: sunulan yardım
programme-in-force = Şu tarihten beri geçerli: { $day }
programme-superseded-text = Bu sürümün yerine yenisi geçti.
programme-print = Yazdır
programme-protocols = Okulun sundukları
programme-protocols-none = Henüz bir şey yayımlanmadı
programme-protocols-none-text = Okul neler sunduğunu yayımladığında burada olacak.
programme-hours = { $day }, { $from }–{ $to } arası
programme-public-aide = Ödev yardımı
programme-public-explicitation = Bir yönergenin ya da dersin açıklanması
programme-public-remise-a-niveau = Eksiklerin tamamlanması
programme-public-remediation = Anlaşılmayanların yeniden çalışılması
programme-public-decrochage = Okulu bırakmanın önlenmesi
programme-modality-salle-groupe = Grup çalışması için görüntülü odalar
programme-modality-petit-groupe = Küçük grupla görüntülü randevu
programme-modality-bar = Yardım masası: bir soru, bir yanıt
programme-modality-telephone = Yardım masası telefonla da arayabilir
programme-modality-classe-orale = Konuşma çalışmak için sanal sınıf
programme-modality-professeur-au-college = Öğretmen okulda, öğrenciler başka yerde
programme-way-protocol = Yardımın kuralları
