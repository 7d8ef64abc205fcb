signin-title = Entre avec ta carte
signin-title-card = Entrer avec une carte
signin-enter = Entrer
signin-scan = Le plus simple : ouvre l’appareil photo de ton téléphone et vise le carré noir et blanc de ta carte. Sinon, écris ton code ici.
signin-code = Code de la carte
signin-code-hint = Trois morceaux, comme pomme-42718-lune
signin-code-missing = Écris le code de ta carte.
signin-pin = Code secret
signin-pin-hint = 4 chiffres. La première fois, laisse vide et écris la clé : tu le choisiras juste après.
signin-pin-or-key = Écris ton code secret, 4 chiffres. Si ta carte n’a jamais servi, écris sa clé.
signin-key = Clé de la carte
signin-key-hint = Les 6 signes sous le code, comme k7r-2mf. La première fois seulement, ou si Préau la demande.
signin-key-first = Clé : { $key }
signin-key-wanted = Il y a eu trop d’essais. Vise le carré de ta carte, ou écris aussi sa clé : les 6 signes sous le code.
signin-pin-only-hint = Les 4 chiffres que personne d’autre ne connaît
signin-pin-missing = Écris ton code secret, 4 chiffres.
signin-pin-wrong = Ce n’est pas le bon code secret. Essaie encore.
signin-wrong = Ce n’est pas le bon code
signin-wrong-wait = Il faut attendre un peu
signin-card-wrong = Le code de la carte, sa clé ou le code secret est faux. Regarde ta carte et essaie encore. Si elle n’a jamais servi, il faut aussi sa clé.
signin-kept = Ce que tu viens d’écrire est gardé un jour : entre, et la page te le rend.
signin-kept-adult = Ce que vous venez d’écrire est gardé un jour : entrez, et la page vous le rend.
signin-wait = { $n ->
    [one] Trop d’essais. Attends une minute, puis recommence.
   *[other] Trop d’essais. Attends { $n } minutes, puis recommence.
 }
signin-lost = J’ai perdu ma carte ou mon code
signin-lost-text = Demande une nouvelle carte à un adulte de ton école. L’ancienne ne marchera plus.
signin-forgot = J’ai oublié mon code secret
signin-forgot-text = Demande une nouvelle carte à un adulte de ton école. Tu choisiras un nouveau code secret.
signin-like-this = Ta carte ressemble à ça
signin-example-place = 5e B, Collège des Falaises
signin-keep = Garde-la dans ton carnet. Ne prête jamais ton code secret, même à un ami.
signin-adult-ask = Vous travaillez dans un établissement ?
signin-adult-way = Entrer avec un mot de passe
signin-device = Cet appareil, c’est…
signin-device-own = Le mien
signin-device-own-text = Le code n’est plus demandé pendant un mois
signin-device-shared = Celui de la famille
signin-device-shared-text = Plusieurs personnes de la famille peuvent entrer. Tout se ferme ce soir.
signin-device-school = Celui de tout le monde
signin-device-school-text = Au collège, à la médiathèque : deux heures
signin-pin-title = Ton code secret
signin-choose-title = Choisis ton code secret
signin-choose-text = C’est la première fois que cette carte sert. Choisis 4 chiffres faciles pour toi, difficiles pour les autres. Ne les écris pas sur la carte.
signin-pin-new = Ton code secret
signin-pin-new-hint = 4 chiffres, pas ta date de naissance
signin-pin-again = Encore une fois
signin-pin-shape = Il faut 4 chiffres.
signin-pin-differ = Les deux codes ne sont pas pareils.
signin-pin-common = Ce code est trop facile à deviner. Choisis-en un autre.
signin-pin-birth = Ta date de naissance, tes amis la connaissent. Choisis un autre code.
signin-pin-taken = Cette carte a déjà un code secret. Écris-le.
signin-dead = Cette carte ne marche plus
signin-dead-text = Demande une nouvelle carte à un adulte de ton école.
signin-here = Entrés sur cet appareil
signin-switch-to = { $who }, sur cet appareil depuis { $hour }
signin-switch-title = C’est à toi ?
signin-pin-of = Code secret de { $who }
signin-adult-title = Entrer avec un mot de passe
signin-adult-text = Pour celles et ceux qui travaillent dans un établissement ou pour l’académie. Les parents entrent avec leur carte.
signin-user = Nom d’utilisateur
signin-user-hint = Comme c.auvray
signin-password = Mot de passe
signin-adult-device = Cet appareil est
signin-adult-own = Le mien
signin-adult-work = Un poste partagé
signin-adult-work-text = Dix heures, ou jusqu’à la fermeture du navigateur
signin-password-wrong = Le nom d’utilisateur ou le mot de passe est faux.
signin-password-lost = Mot de passe oublié
signin-password-lost-text = Demandez à qui administre Préau dans votre établissement de vous en donner un nouveau.
signin-busy = Beaucoup de monde entre en ce moment. Réessayez dans une minute.
signin-double-title = Code de l’application
signin-double-code = Code à 6 chiffres
signin-double-code-hint = Celui de votre application, ou l’un de vos codes de secours
signin-double-wrong = Ce code est faux, ou il a déjà servi. Attendez le suivant.
signin-double = Deuxième étape à l’entrée
signin-double-on = La deuxième étape est en place.
signin-double-must = Vous administrez Préau : la deuxième étape est obligatoire. Mettez-la en place pour continuer.
signin-double-must-keep = Vous administrez Préau : elle ne peut pas être retirée.
signin-double-change = La changer
signin-double-off = Retirer la deuxième étape
signin-double-text = Après le mot de passe, Préau vous demandera un code que montre votre téléphone. Qui vole le mot de passe n’entre pas.
signin-double-first = D’abord, visez ce carré
signin-double-scan = Avec une application de codes : FreeOTP, Aegis, 2FAS…
signin-double-letters = Je ne peux pas viser : montrer les lettres
signin-double-then = Puis écrivez le code
signin-double-shown = Le code que montre l’application
signin-double-shown-hint = 6 chiffres, il change toutes les 30 secondes
signin-double-start = Mettre en place
signin-double-state-on = en place
signin-double-state-off = pas encore
signin-recovery = Vos codes de secours
signin-recovery-text = Si vous perdez votre téléphone, chacun de ces codes vous fait entrer une fois. Ils ne seront plus montrés : imprimez-les ou recopiez-les maintenant.
signin-recovery-renew = De nouveaux codes de secours
signin-recovery-kept = Je les ai gardés
signin-print = Imprimer
signin-account = Mon compte
signin-leave = Sortir
signin-sessions = Appareils connectés
signin-session-this = cet appareil
signin-session-since = Entrée : { $when }
signin-session-seen = Vu : { $when }
signin-session-end = Déconnecter
signin-session-others = Déconnecter tous les autres
signin-channel = Choisir comment l’établissement vous joint
signin-language = Langue
signin-keyboard = Clavier
signin-keyboard-text = La touche / mène à la recherche, où que vous soyez.
signin-keyboard-slash = Touche / pour chercher
signin-safety = Sécurité
signin-password-change = Changer de mot de passe
signin-password-now = Mot de passe actuel
signin-password-new = Nouveau mot de passe
signin-password-new-hint = { $n } signes au moins. Une phrase est facile à retenir.
signin-password-again = Encore une fois
signin-password-others = Vos autres appareils seront déconnectés.
signin-password-short = Le nouveau mot de passe est trop court : 12 signes au moins.
signin-password-long = Le nouveau mot de passe est trop long : 200 signes au plus.
signin-password-plain = Ce mot de passe est trop facile à deviner : beaucoup de gens en choisissent un pareil. Une phrase de quatre mots convient.
signin-password-same = Le nouveau mot de passe est le même que l’ancien.
signin-password-must = Ce mot de passe vous a été donné : quelqu’un d’autre l’a lu. Choisissez le vôtre pour continuer.
signin-password-differ = Les deux mots de passe ne sont pas pareils.
signin-on-android = Téléphone Android
signin-on-tablet = Tablette Android
signin-on-iphone = iPhone
signin-on-ipad = iPad
signin-on-chromebook = Chromebook
signin-on-windows = Ordinateur Windows
signin-on-mac = Mac
signin-on-linux = Ordinateur Linux
signin-on-other = Appareil inconnu
# used: signin-role-*
signin-role-pupil = Élève
signin-role-teacher = Enseignement
signin-role-documentalist = Documentation
signin-role-vie-scolaire = Vie scolaire
signin-role-aed = Assistance d’éducation
signin-role-aesh = Accompagnement (AESH)
signin-role-referent = Référent numérique
signin-role-psyen = Psychologue ou assistance sociale
signin-role-head = Direction
signin-role-director = Direction d’école
signin-role-inspector = Inspection
signin-role-erun = Conseil numérique
signin-role-trainer = Formation
signin-role-pilot = Pilotage académique
signin-role-admin = Administration de Préau
signin-role-association = Association
signin-role-tutor = Tutorat en entreprise
signin-role-elected = Mandat d’élu
signin-role-delegate = Représentant des parents
signin-role-partner = Partenaire
signin-role-guardian = Responsable
signin-cards-of = Cartes de la { $class }
signin-cards-of-guests = Cartes des invités, { $group }
signin-cards-whose = Cartes de qui
signin-cards-pupils = Élèves
signin-cards-guardians = Responsables
signin-cards-nobody = Personne ici
signin-cards-nobody-text = Les personnes arrivent avec l’import.
signin-cards-text = Feuilles A4 de 10 cartes. Imprimez sans changer l’échelle, puis découpez sur les traits. Le code secret n’est pas imprimé : chacun choisit le sien à la première entrée.
signin-cards-missing = { $n ->
    [one] Faire la carte manquante
   *[other] Faire les { $n } cartes manquantes
 }
signin-cards-list = État des cartes
signin-cards-name = Nom
signin-cards-born = Naissance
signin-cards-answers = Responsable de
signin-cards-class = Classe
signin-cards-code = Code de la carte
# used: signin-trail-*
signin-trail-pupil-made = Première carte d’un élève, faite.
signin-trail-pupil-reissued = Carte d’un élève refaite : l’ancienne ne marche plus.
signin-trail-pupil-revoked = Carte d’un élève révoquée.
signin-trail-guardian-made = Première carte d’un responsable, faite.
signin-trail-guardian-reissued = Carte d’un responsable refaite : l’ancienne ne marche plus, la nouvelle ne signe rien avant un jour, et le responsable est prévenu.
signin-trail-guardian-revoked = Carte d’un responsable révoquée.
signin-trail-guest-made = Première carte d’un invité, faite.
signin-trail-guest-reissued = Carte d’un invité refaite : l’ancienne ne marche plus, et l’invité est prévenu.
signin-trail-guest-revoked = Carte d’un invité révoquée.
signin-cards-state = Carte
signin-cards-used = Dernière entrée
signin-cards-do = Changer
signin-card-none = pas de carte
signin-card-made = carte faite
signin-card-pin = code secret choisi
signin-card-revoked = révoquée
signin-card-make = Faire
signin-card-reissue = Refaire
signin-card-revoke = Révoquer
signin-cards-all = Refaire ou révoquer toutes les cartes
signin-cards-all-text = Les cartes de cette liste cessent aussitôt de marcher, et celles et ceux qui sont entrés avec doivent entrer de nouveau.
signin-cards-reissue = Tout refaire
signin-cards-revoke = Tout révoquer
signin-cards-sheet = Feuille { $n } sur { $of }
signin-handed-text = Liste pour l’adulte qui remet les cartes. Elle dit à qui est chaque carte : gardez-la, ne la distribuez pas.
signin-handed-sheet = Feuille
signin-handed-says = Sur la carte
signin-handed-done = Remise
# used: signin-on-*
# used: signin-access-done-*
signin-access = Accès de { $name }
signin-access-text = Ce que vous faites ici s’inscrit au registre, et la personne en est prévenue.
signin-access-done-nom = C’est fait : { $name } entre maintenant avec { $login }. Dites-le-lui.
signin-access-done-sessions = C’est fait : tous les appareils de { $name } sont fermés. Il faudra entrer de nouveau.
signin-access-done-double = C’est fait : la deuxième étape de { $name } est retirée. Il faudra la remettre en place.
signin-access-done-blocage = C’est fait : l’accès de { $name } est fermé, partout et aussitôt.
signin-access-done-deblocage = C’est fait : { $name } peut entrer de nouveau.
signin-access-sessions = { $n ->
    [0] Aucune session ouverte.
    [one] Une session ouverte.
   *[other] { $n } sessions ouvertes.
 }
signin-access-close = Fermer toutes les sessions
signin-access-cards = Voir, imprimer ou refaire sa carte
signin-login-hint = Des lettres sans accent, des chiffres, des points : comme m.duchemin
signin-login-change = Changer le nom
signin-login-none = Pas encore de nom d’utilisateur : il vient avec le premier mot de passe.
signin-login-shape = Un nom d’utilisateur a de 3 à 60 signes : des lettres sans accent, des chiffres, et . - _ @
signin-login-taken = Quelqu’un entre déjà avec { $login }. Ces noms sont libres : { $others }.
signin-password-given = Donné sur papier ou par l’import, pas encore changé. Il ouvre une fois, jusqu’au { $day }.
signin-password-given-over = Donné, jamais changé : il n’ouvre plus.
signin-password-own = La personne a choisi le sien.
signin-password-none = Pas encore de mot de passe.
signin-slip-make = Faire un nouveau mot de passe
signin-slip-first = Faire son premier mot de passe
signin-slip-first-text = Il s’imprime sur une feuille, à remettre en main propre.
signin-slips-print = Pour imprimer : le menu de votre navigateur, puis « Imprimer ».
signin-help-text-adult = Mot de passe ou téléphone perdu : ces personnes vous rendent l’accès.
signin-help-nobody-adult = Personne n’est encore nommé ici : demandez à l’administration de Préau, à l’académie.
signin-slip-make-text = Il s’imprime sur une feuille, à remettre en main propre. L’ancien n’ouvre plus dès maintenant, et les sessions se ferment.
signin-second-since = En place depuis le { $day }.
signin-second-take-text = Si le téléphone et les codes de secours sont perdus. Avant, vérifiez qui demande : rappelez un numéro connu, ou voyez la personne. Les sessions se ferment.
signin-block = Fermer l’accès
signin-block-on = Accès fermé
signin-block-since = { $when }, par { $who }
signin-block-text = La personne n’entre plus, ni par carte ni par mot de passe, et ses sessions se ferment. On lui dit que son accès est fermé, sans la raison.
signin-block-reason = Raison
signin-block-reason-hint = Gardée au registre. La personne peut demander à la lire.
signin-block-why = Écrivez pourquoi, en quelques mots.
signin-block-do = Fermer l’accès
signin-block-end = Rouvrir l’accès
signin-block-end-text = La personne entre de nouveau avec ce qu’elle avait.
signin-team = Premiers mots de passe
signin-team-lead = Les personnes de l’équipe qui n’en ont pas encore. Une feuille chacune, à imprimer et à remettre en main propre.
signin-team-none = Toute l’équipe a un mot de passe.
signin-team-whose = { $n ->
    [one] Une personne n’en a pas
   *[other] { $n } personnes n’en ont pas
 }
signin-team-make = Faire les feuilles
signin-slips = { $n ->
    [one] Une feuille à remettre
   *[other] { $n } feuilles à remettre
 }
signin-slips-back = Retour
signin-slips-once = Ces mots de passe ne seront plus montrés. Imprimez maintenant.
signin-slips-text = Une feuille par personne. Remettez-la en main propre : qui la lit peut entrer.
signin-slips-kept = J’ai imprimé
signin-slips-many = C’est trop pour une fois : choisissez moins de personnes.
signin-slips-nobody = Aucune de ces personnes n’entre par un mot de passe : les autres ont une carte.
signin-slip-of = Feuille de { $name }
signin-slip-what = Voici de quoi entrer dans Préau.
signin-slip-password = Mot de passe, pour une fois
signin-slip-until = Il ouvre une fois, jusqu’au { $day } compris.
signin-slip-go = Allez à cette adresse :
signin-slip-type = Écrivez le nom d’utilisateur et le mot de passe comme ici, en petites lettres, avec les tirets. Il n’y a ni zéro, ni un, ni O, ni I.
signin-slip-choose = Choisissez aussitôt votre propre mot de passe : 12 signes au moins. Une phrase est facile à retenir.
signin-slip-tear = Déchirez cette feuille.
signin-slip-late = Le jour est passé, ou la feuille a déjà servi ? Demandez-en une autre à la personne qui vous l’a remise.
signin-trail-password = Nouveau mot de passe donné sur papier ; les sessions sont fermées, et la personne est prévenue.
signin-trail-by-code = Mot de passe changé avec un code envoyé à la personne ; les sessions sont fermées.
signin-trail-second = Deuxième étape retirée ; les sessions sont fermées, et la personne est prévenue.
signin-trail-sessions = Toutes les sessions fermées, et la personne est prévenue.
signin-trail-renamed = Nom d’utilisateur changé : { $before } devient { $after }.
signin-trail-blocked = Accès fermé : { $reason }
signin-trail-unblocked = Accès rouvert.
# used: signin-shut-*
signin-shut-left-pupil = Ton compte est fermé depuis le { $day } : demande à { $who }.
signin-shut-left-adult = Votre compte est fermé depuis le { $day } : demandez à { $who }.
signin-shut-blocked-pupil = Ton accès est fermé depuis le { $day } : demande à { $who }.
signin-shut-blocked-adult = Votre accès est fermé depuis le { $day } : demandez à { $who }.
signin-shut-early-pupil = Ton compte n’est pas encore ouvert : demande à { $who }.
signin-shut-early-adult = Votre compte n’est pas encore ouvert : demandez à { $who }.
signin-given-over = Ce mot de passe vous avait été donné, et il n’ouvre plus : il a déjà servi, ou son dernier jour est passé. Demandez-en un autre à { $who }.
# used: signin-whom-role-* signin-whom-nobody-* signin-whom-at-*
signin-whom = Qui m’aide à entrer ?
signin-whom-at-pupil = { $school } : demande à { $who }.
signin-whom-at-adult = { $school } : demandez à { $who }.
signin-whom-one = { $name } ({ $role })
signin-whom-or = ou
signin-whom-role-referent = référent numérique
signin-whom-role-vie-scolaire = vie scolaire
signin-whom-role-head = direction
signin-whom-above = l’administration de Préau, à l’académie
signin-whom-nobody-pupil = un adulte de ton école
signin-whom-nobody-adult = la direction de votre établissement
signin-whom-other = Ce n’est pas cette école
signin-whom-school = Ton école
signin-whom-school-adult = Votre établissement
signin-whom-school-hint = Le début de son nom, ou son code, comme 0140041U
signin-whom-find = Chercher
signin-help-text = Carte perdue, code secret ou mot de passe oublié : ces adultes rendent l’accès.
signin-help-nobody = Personne n’est encore nommé ici : demande à la direction de l’école.
signin-help-found = Écoles trouvées
signin-help-more = { $n ->
    [one] Et une autre : écris quelques lettres de plus.
   *[other] Et { $n } autres : écris quelques lettres de plus.
 }
signin-help-nothing = Aucune école ne porte ce nom. Écris le début d’un mot de son nom, ou son code.
signin-help-code = Mot de passe oublié : recevoir un code
signin-forgot-code = Écrivez votre nom d’utilisateur. Si vous avez choisi d’être joint par e-mail ou par SMS, un code vous arrive.
signin-forgot-send = Recevoir un code
signin-forgot-user = Écrivez votre nom d’utilisateur.
signin-sent = Le code reçu
signin-sent-text = Si ce nom est le vôtre et que vous avez choisi l’e-mail ou le SMS, un code vient de partir. Il vaut dix minutes, et trois essais.
signin-sent-hint = Celui de l’e-mail ou du SMS
signin-sent-wrong = { $n ->
    [0] Ce code est faux, et c’était le dernier essai. Demandez un autre code.
    [one] Ce code est faux. Il reste un essai.
   *[other] Ce code est faux. Il reste { $n } essais.
 }
signin-sent-over = Ce code n’est plus regardé : il a servi, ou le temps est passé. Demandez un autre code.
signin-sent-nothing = Rien n’arrive ? Demandez à un adulte de votre établissement : il peut vous donner un nouveau mot de passe.
signin-first-cards = Des cartes sont faites
signin-first-cards-text = Chaque classe a sa feuille de cartes, à imprimer et à distribuer.
# used: signin-treatment-*
signin-treatment-access = Cartes et mots de passe
signin-treatment-access-for = Laisser entrer chacun, et personne à sa place.
signin-treatment-access-whom = Toute personne qui a un accès.
signin-treatment-access-what = Code de la carte, nom d’utilisateur, empreintes du code secret et du mot de passe, second facteur ; jamais en clair.
signin-treatment-access-kept = Mots de passe et seconds facteurs : jusqu’à l’effacement de la personne.
signin-treatment-sessions = Sessions et blocages
signin-treatment-sessions-for = Reconnaître une personne connectée, ralentir qui devine un code, fermer un accès.
signin-treatment-sessions-whom = Toute personne qui a un accès.
signin-treatment-sessions-what = Appareil et navigateur, début et fin de session, essais manqués (sous une empreinte), blocages et leur raison.
signin-said-others = C’est fait : seul cet appareil reste ouvert.
signin-said-session = C’est fait : cet appareil-là est déconnecté.
signin-said-password = C’est fait : votre mot de passe est changé. Vos autres appareils sont déconnectés.
signin-said-out = C’est fait : personne n’est plus connecté sur cet appareil.
signin-said-out-family = C’est fait : l’espace est fermé. Les autres personnes de la famille restent connectées ici.
signin-said-second-on = La deuxième étape est déjà en place.
signin-said-second-off = C’est fait : la deuxième étape est retirée. Votre mot de passe suffit maintenant pour entrer.
signin-said-made = { $n ->
    [0] Chaque personne a déjà sa carte.
    [one] Une carte est faite : imprimez-la.
   *[other] { $n } cartes sont faites : imprimez-les.
 }
signin-said-reissued = { $n ->
    [0] Aucune carte n’est refaite.
    [one] La carte est refaite : l’ancienne ne marche plus, imprimez la nouvelle.
   *[other] { $n } cartes sont refaites : les anciennes ne marchent plus, imprimez les nouvelles.
 }
signin-said-revoked = { $n ->
    [0] Il n’y avait aucune carte à retirer.
    [one] La carte est retirée : elle ne marche plus.
   *[other] { $n } cartes sont retirées : elles ne marchent plus.
 }
signin-trail = Ce qui a été fait sur moi
signin-access-done-lien = { $name } n’est plus lié à ce portail. À sa prochaine venue, Préau demandera de nouveau qui c’est, sauf si la liste de l’école le dit : pour fermer la porte tout à fait, fermez son accès, plus bas.
signin-portal-beside = Entrer par l’ENT ou un guichet
signin-portal-by = Entrer avec { $portal }
signin-portal-away = ne répond pas en ce moment
signin-portal-which = D’où viens-tu ?
signin-portal-which-text = Écris le nom de ton école, de ton collège ou de ton lycée : sa porte s’ouvre.
signin-portal-none = On y entre avec une carte, ou avec un mot de passe pour qui y travaille.
signin-portal-again = Recommencer
signin-portal-card = Entrer avec une carte
signin-portal-here = C’est bien toi, { $name } ?
signin-portal-here-adult = C’est bien vous, { $name } ?
signin-portal-me = Oui, c’est moi
signin-portal-not-me = Ce n’est pas moi
signin-portal-left = Sortie
signin-portal-left-here = Préau est fermé. { $portal } se ferme aussi.
signin-portal-leave = Sortir de { $portal }
signin-portal-left-both = Tout est fermé : Préau et { $portal }.
signin-portal-back-in = Revenir à la porte de Préau
signin-portal-tie = C’est la même personne ?
signin-portal-tie-pupil = Tu viens de passer par { $portal }, puis par ta carte : { $name }. La prochaine fois, { $portal } suffira.
signin-portal-tie-adult = Vous venez de passer par { $portal }, puis par la porte de Préau : { $name }. La prochaine fois, { $portal } suffira.
signin-portal-tie-yes = Oui, c’est moi
signin-portal-tie-no = Non
signin-portal-tie-how = Tu as une carte Préau ?
signin-portal-tie-how-text = Entre maintenant avec ta carte : la prochaine fois, l’ENT suffira.
signin-portal-said-tied = C’est noté : { $portal } ouvre maintenant Préau.
signin-portal-said-not = Rien n’a été relié.
# used: signin-portal-how-*
signin-portal-how-feed = Reconnu par la liste de l’école depuis le { $date }
signin-portal-how-hand = Relié avec sa carte ou son mot de passe le { $date }
signin-portal-untie = Défaire
signin-portals-of = Portails
signin-portals-of-text = Les comptes d’ENT ou de guichet qui ouvrent Préau pour cette personne.
# used: signin-portal-kind-*
signin-portal-kind-cas = CAS
signin-portal-kind-oidc = OpenID Connect
signin-portal-kind-saml = SAML 2.0
# used: signin-portal-unknown-*
signin-portal-unknown-title-unknown = Préau ne te connaît pas encore
signin-portal-unknown-title-several = Préau te connaît deux fois
signin-portal-unknown-title-born = La date de naissance n’est pas la même
signin-portal-unknown-title-place = Cette porte n’est pas celle de ton école
signin-portal-unknown-title-staff = Entrez avec votre mot de passe
signin-portal-unknown-title-shut = Cette porte est fermée pour toi
signin-portal-unknown-unknown = { $portal } dit qui tu es, mais la liste de ton école ne le dit pas à Préau.
signin-portal-unknown-several = La liste de l’école a deux fiches pour toi. Un adulte de l’école peut en faire une seule.
signin-portal-unknown-born = { $portal } et la liste de l’école ne donnent pas la même date de naissance. Par prudence, rien n’est ouvert.
signin-portal-unknown-place = { $portal } ouvre les écoles dont il s’occupe. La tienne n’en fait pas partie.
signin-portal-unknown-staff = { $portal } ouvre Préau aux élèves et aux familles. Pour votre travail, entrez avec votre nom d’utilisateur et votre mot de passe.
signin-portal-unknown-said = { $portal } dit : { $name }
signin-portal-unknown-code = Va voir l’adulte qui s’occupe des accès, et lis-lui ce code :
# used: signin-portal-no-*
signin-portal-no-title-away = Ce portail ne répond pas
signin-portal-no-title-turned = Le portail n’a pas laissé passer
signin-portal-no-title-nobody = Personne n’est entré dans le portail
signin-portal-no-title-lost = Ce passage est fini
signin-portal-no-title-again = Cette réponse a déjà servi
signin-portal-no-title-late = Trop tard
signin-portal-no-title-clock = Les horloges ne sont pas d’accord
signin-portal-no-title-elsewhere = Cette réponse est pour un autre service
signin-portal-no-title-other = Cette réponse vient d’un autre portail
signin-portal-no-title-unsigned = Cette réponse n’est pas signée
signin-portal-no-title-forged = Cette signature n’est pas la bonne
signin-portal-no-title-weak = Cette signature est trop faible
signin-portal-no-title-key = La clé de ce portail a changé
signin-portal-no-title-strange = Cette réponse ne se comprend pas
signin-portal-no-title-setup = Ce portail est mal réglé
signin-portal-no-away = { $portal } ne répond pas en ce moment. La carte marche toujours.
signin-portal-no-turned = { $portal } n’a pas dit qui tu es. Recommence, ou entre avec ta carte.
signin-portal-no-nobody = Entre d’abord dans { $portal }, puis recommence.
signin-portal-no-lost = Le chemin vers { $portal } a été commencé ailleurs, ou il y a trop longtemps. Recommence d’ici.
signin-portal-no-again = Chaque réponse de { $portal } n’ouvre qu’une fois. Recommence.
signin-portal-no-late = La réponse de { $portal } est arrivée trop tard. Recommence.
signin-portal-no-clock = L’horloge de { $portal } et la nôtre ne donnent pas la même heure. Qui administre Préau est prévenu. La carte marche toujours.
signin-portal-no-elsewhere = Ce que { $portal } a envoyé est fait pour un autre service que Préau. Rien n’a été ouvert.
signin-portal-no-other = C’est un autre portail que { $portal } qui a répondu. Rien n’a été ouvert. Recommence d’ici.
signin-portal-no-unsigned = Rien ne prouve que cette réponse vient de { $portal }. Rien n’a été ouvert.
signin-portal-no-forged = Cette réponse n’a pas été signée par { $portal }, ou elle a été changée en route. Rien n’a été ouvert.
signin-portal-no-weak = { $portal } signe d’une façon qui peut être imitée (SHA-1, par exemple). Qui administre peut demander CAS ou OpenID Connect à la place. La carte marche toujours.
signin-portal-no-key = Préau ne connaît pas la clé de { $portal }. Réessaie dans une minute. La carte marche toujours.
signin-portal-no-strange = Préau n’a pas compris ce que { $portal } a envoyé. Recommence, ou entre avec ta carte.
signin-portal-no-setup = Il manque quelque chose dans les réglages de { $portal }. Qui administre Préau est prévenu. La carte marche toujours.
signin-strangers = Venus par un portail, et inconnus
signin-strangers-text = Un portail dit qui c’est, la liste de l’école ne le dit pas. Retrouvez la personne par le code qu’elle lit à l’écran, puis corrigez la liste de l’école ou donnez une carte.
signin-strangers-none = Personne n’est venu sans être reconnu.
# used: signin-strangers-why-*
signin-strangers-why-unknown = Aucune clé de la liste de l’école ne correspond.
signin-strangers-why-several = Deux fiches correspondent : réunissez-les.
signin-strangers-why-born = La date de naissance diffère.
signin-portals = Portails
signin-portals-text = Par où l’on entre, en plus des cartes et des mots de passe : ENT, guichets. Un portail dit qui est la personne ; ce qu’elle est ici, la liste de son école le dit.
signin-portals-none = Aucun portail. Les cartes et les mots de passe marchent.
signin-portals-add = Ajouter un portail
signin-portals-name = Nom
signin-portals-name-hint = Celui que les familles connaissent
signin-portals-name-missing = Donnez un nom au portail.
signin-portals-key = Mot dans l’adresse
signin-portals-key-hint = Comme ent-du-lycee : lettres, chiffres et tirets. Il ne change plus.
signin-portals-key-plain = Des lettres sans accent, des chiffres et des tirets, 30 au plus.
signin-portals-key-taken = Un autre portail a déjà ce mot.
signin-portals-unit = Pour qui
signin-portals-unit-hint = Le code de l’établissement (UAI), du bassin, du département ou de l’académie
signin-portals-unit-missing = Aucun lieu où vous administrez n’a ce code.
signin-portals-kind = Il parle
signin-portals-said-added = Le portail est ajouté. Personne ne le voit avant que vous l’ouvriez : réglez-le, puis essayez-le.
signin-portals-said-changed = Les réglages sont gardés.
signin-portals-said-closed = Le portail est fermé. Qui était entré par lui est sorti.
signin-portals-said-opened = Le portail est ouvert.
signin-portals-said-read = Ce que le portail dit de lui est relu.
signin-portals-closed = fermé depuis le { $date }
# used: signin-portals-trouble-*
signin-portals-trouble = { $why } ({ $when })
signin-portals-trouble-away = ne répond pas
signin-portals-trouble-clock = son horloge est fausse
signin-portals-trouble-weak = signe en SHA-1 ou d’une autre façon trop faible : demandez CAS ou OpenID Connect
signin-portals-trouble-setup = réglages à revoir
signin-portals-trouble-key = signe d’une clé inconnue
signin-portals-ends = sa clé finit le { $date } : demandez ses nouvelles métadonnées
signin-portals-drift = { $n ->
    [one] son horloge est à { $n } seconde de la nôtre
   *[other] son horloge est à { $n } secondes de la nôtre
 }
signin-portals-ours = À donner à qui tient le portail
signin-portals-ours-text = Ces adresses doivent y être recopiées telles quelles.
signin-portals-our-service = Adresse du service
signin-portals-our-return = Adresse de retour (redirect_uri)
signin-portals-our-end = Adresse de fin (backchannel_logout_uri)
signin-portals-our-left = Adresse après la sortie (post_logout_redirect_uri)
signin-portals-our-metadata = Nos métadonnées (entityID)
signin-portals-our-answer = Adresse des réponses (ACS)
signin-portals-test = Essayer
signin-portals-test-text = Vous passez par le portail avec votre propre compte, et Préau montre ce qu’il a compris. Rien ne s’ouvre.
signin-portals-read = Relire
signin-portals-read-at = Il a répondu le { $when }.
signin-portals-back = Revenir au portail
signin-portals-written = Ce portail est écrit dans la configuration de l’exploitant : c’est là qu’il se change.
signin-portals-settings = Réglages
# used: signin-portals-address-*
signin-portals-address-cas = Adresse du CAS
signin-portals-address-oidc = Émetteur (issuer)
signin-portals-address-saml = Adresse des métadonnées
signin-portals-address-hint-cas = Ce qui précède /login, comme https://ent.example.fr/cas
signin-portals-address-hint-oidc = Ce qui précède /.well-known/openid-configuration, à la lettre
signin-portals-address-hint-saml = Ou collez les métadonnées plus bas
signin-portals-address-plain = L’adresse doit commencer par https.
signin-portals-address-closed = Cette adresse mène dans un réseau fermé. L’exploitant peut l’ouvrir dans la configuration.
signin-portals-address-unreadable = Cette adresse n’en est pas une.
signin-portals-metadata = Métadonnées
signin-portals-metadata-hint = Le texte XML, s’il n’y a pas d’adresse
signin-portals-entity = Entité
signin-portals-entity-hint = Seulement si les métadonnées en ont plusieurs
signin-portals-client = Identifiant de Préau là-bas (client_id)
signin-portals-secret = Secret partagé
signin-portals-secret-kept = Gardé. Laissez vide pour ne pas le changer.
signin-portals-scopes = Portées (scopes)
signin-portals-scopes-hint = En plus de openid, avec une espace entre deux
signin-portals-level = Niveau demandé
signin-portals-level-hint = acr_values ou RequestedAuthnContext ; vide le plus souvent
signin-portals-subject = Attribut qui nomme la personne
signin-portals-subject-hint = Vide pour celui du protocole. Il doit être opaque et ne jamais changer : pas un nom, pas une adresse.
signin-portals-keys = Clés qui font reconnaître
signin-portals-keys-hint = Une par ligne, comme ENTPersonJointure = aaf:70, FrEduCtRefId = educonnect, mail = courriel, birthdate = naissance
signin-portals-keys-unclear = Cette ligne n’est pas claire : « { $line } ». Écrivez un attribut, le signe =, puis aaf:70, educonnect, ine, ine-clair, courriel, naissance ou une source comme gar:0610970Y.
signin-portals-staff = Le personnel entre aussi par cette porte
signin-portals-p3 = Demander p3/serviceValidate
signin-portals-signed = Ce qui est dit de la personne doit être signé (ProConnect)
signin-portals-nameless = Accepter une réponse qui ne dit pas de qui elle vient (ProConnect)
signin-portals-save = Garder
signin-portals-close = Fermer
signin-portals-close-text = Plus personne n’entre par ce portail, et qui était entré par lui est sorti. Les liens sont gardés.
signin-portals-open = Ouvrir
signin-portals-open-text = Les élèves et les familles verront cette porte.
signin-trial = Essai : { $portal }
signin-trial-text = Voici ce que le portail a dit de vous, et ce que Préau en a compris. Aucune session n’a été ouverte.
signin-trial-who = Ce serait
signin-trial-key = { $n ->
    [one] une clé { $source }
   *[other] { $n } clés { $source }
 }
signin-trial-no-key = Aucune clé : vérifiez les lignes « Clés qui font reconnaître ».
signin-trial-born = une date de naissance, qui sera comparée
signin-trial-drift = { $n ->
    [one] horloges à { $n } seconde
   *[other] horloges à { $n } secondes
 }
signin-trial-said = Reçu
signin-trial-name = Nom
signin-trial-value = Valeur
signin-treatment-portals = Portails
signin-treatment-portals-for = Laisser entrer par l’ENT ou un guichet, et y sortir en même temps.
signin-treatment-portals-whom = Toute personne qui entre par un portail.
signin-treatment-portals-what = L’identifiant opaque du portail (sous une empreinte), la date des entrées ; de qui n’est pas reconnu, le nom donné par le portail, un mois.
# used: signin-troubled-*
signin-troubled = Un portail ne va pas bien
signin-troubled-more = { $about } : voyez ce qui ne va pas, avant que quelqu’un reste à la porte.
signin-troubled-do = Voir les portails
# used: signin-course-*
signin-course-framed = Préau s’ouvre à part
signin-course-framed-text = Dans le cadre d’un autre site, Préau ne peut pas vérifier que c’est bien toi.
signin-course-framed-open = Ouvrir dans un nouvel onglet
signin-course-of = Un cours de { $portal }
signin-course-is = Ce cours est : { $group }.
signin-course-group-open = Ouvrir le groupe
signin-course-read = Lire la liste du cours
signin-course-read-text = Préau demande à la plateforme qui est dans le cours, et dit qui est connu ici. Rien n’est gardé.
signin-course-which = Quelle classe ou quel groupe est ce cours ?
signin-course-which-again = Changer de classe ou de groupe
signin-course-which-text = Vous le dites une fois pour l’année. Ceux qui viendront de ce cours arriveront là.
signin-course-group = Classe ou groupe
signin-course-group-missing = Choisissez une classe ou un groupe où vous enseignez.
signin-course-tie = C’est celui-là
signin-course-said-tied = C’est noté : ce cours est { $group }.
signin-course-marks = Notes rendues
signin-course-mark = Note sur 20
signin-course-mark-send = Rendre
signin-course-mark-wrong = Écrivez une note de 0 à 20, pour quelqu’un de la liste que vous venez de lire.
signin-course-mark-sent = { $mark } sur { $most }, le { $date } : arrivée.
signin-course-mark-waits = { $mark } sur { $most }, le { $date } : en chemin.
signin-course-mark-lost = { $mark } sur { $most }, le { $date } : la plateforme ne l’a pas prise.
signin-course-said-mark = La note part. Si la plateforme ne répond pas, Préau réessaie.
signin-course-back = Le cours
signin-course-known = { $all ->
    [one] Une personne dans le cours, { $n } dans { $group }.
   *[other] { $all } personnes dans le cours, { $n } dans { $group }.
}
signin-course-more = La plateforme en a d’autres, qui ne sont pas montrées.
signin-course-unnamed = Sans nom
signin-course-teaches = Enseigne
signin-course-here = Connu ici
signin-course-not-here = Inconnu ici
signin-course-away = La plateforme ne répond pas, ou ne veut pas dire qui est dans le cours. Rien n’a été lu.
signin-portal-kind-lti = LTI 1.3 (Moodle, Éléa, M@gistère)
signin-portals-address-lti = Plateforme (issuer)
signin-portals-address-hint-lti = À la lettre, comme https://moodle.example.fr
signin-portals-our-tile = Adresse de la vignette de l’ENT
signin-portals-our-target = Adresse de l’outil (tool URL)
signin-portals-our-login = Adresse d’entrée (initiate login URL)
signin-portals-our-redirect = Adresse de redirection (redirection URI)
signin-portals-our-keys = Adresse de nos clés (public keyset URL)
signin-portals-deployments = Déploiements
signin-portals-deployments-hint = Les identifiants que la plateforme donne (deployment ID), avec des espaces entre eux
signin-portals-auth = Adresse d’authentification
signin-portals-auth-hint = Authentication request URL
signin-portals-token = Adresse des jetons
signin-portals-token-hint = Access token URL
signin-portals-jwks = Adresse de ses clés
signin-portals-jwks-hint = Public keyset URL
signin-portals-test-lti = Relire lit les clés de la plateforme et fait la nôtre. Ouvrez ensuite le portail, puis l’outil depuis un cours.
signin-treatment-courses = Cours d’autres plateformes
signin-treatment-courses-for = Arriver dans sa classe depuis un cours, et y rendre une note.
signin-treatment-courses-whom = Élèves et personnels qui viennent d’un cours.
signin-treatment-courses-what = Le cours d’où vient une session, la classe qu’il est, qui l’a dit ; les notes rendues, sous l’identifiant de la plateforme.
