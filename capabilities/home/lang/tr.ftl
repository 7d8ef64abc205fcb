# Brouillon, pas encore relu par une personne dont c’est la langue. Draft, not yet read by a native.
home-hello = Merhaba { $name }
home-evening = İyi akşamlar { $name }
home-waits = Sizi bekleyenler
home-day = Gününüz
home-on = Şu anda
home-comes = Yakında
home-day-more = Burada yalnızca { $n } şey gösterilir: gerisi menü sayfalarında.
home-nothing = Sizi bekleyen bir şey yok
home-nothing-text = Bugün için her şey tamam. Sizden beklenenler burada görünür.
home-entry-none = Şimdilik burada bir şey yok
home-entry-none-text = Sizinle ilgili bir şey olunca burada bulacaksınız.
home-welcome = Hoş geldiniz, bu buradaki ilk akşamınız
home-welcome-1 = Akşamları çocuğunuz yardım isteyebilir: bir fotoğraf, sesi ya da bir cümle yeter.
home-welcome-2 = Okuldan bir yetişkin burada yanıt verir ya da arar. Yapmanız gereken bir şey yok.
home-welcome-3 = Çocuğunuzun ne zaman yardım aldığını görürsünüz. Mesajlar çocuk ile yetişkin arasında kalır.
home-welcome-known = Anladım
home-welcome-done = Tamam. Yardım her sayfanın altında.
