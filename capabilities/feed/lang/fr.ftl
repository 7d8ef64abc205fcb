feed-title = Alimentation
feed-lead = L’annuaire de l’académie et les fichiers des écoles arrivent ici. Ce qu’ils changent est montré école par école avant d’être appliqué.
feed-list = Ce qui arrive
feed-none = Rien n’est encore inscrit.
feed-last = Dernier envoi le { $date }
feed-never = Rien n’est encore arrivé
feed-is-late = En retard
# used: feed-form-*
feed-form-aaf = Annuaire académique fédérateur (AAF)
feed-form-siecle = SIECLE et STS
feed-form-onde = ONDE
feed-form-oneroster = OneRoster
# used: feed-what-*
feed-what-aaf = Une académie, un degré. Complet, puis modifications.
feed-what-siecle = Un collège ou un lycée : ses exports XML.
feed-what-onde = Une école : ses extractions CSV.
feed-what-oneroster = Une académie ou un établissement : CSV 1.1 ou 1.2.
feed-kind = Quels fichiers
feed-kind-missing = Choisissez quels fichiers arrivent.
feed-new = Inscrire une alimentation
feed-for = Pour
feed-for-missing = Choisissez l’académie.
feed-name = Nom
feed-name-hint = C’est aussi le nom de son dossier : lettres sans accents, chiffres, tirets.
feed-name-wrong = Écrivez un nom de 2 à 30 signes : lettres sans accents, chiffres, tirets.
feed-name-taken = Une alimentation porte déjà ce nom. Choisissez-en un autre.
feed-code = Code de l’académie ou de l’établissement
feed-code-hint = 70 pour la Normandie, ou 0610970Y pour un établissement. Un fichier d’ailleurs est refusé.
feed-code-wrong = Écrivez le code de l’académie (un ou deux chiffres) ou celui de l’établissement (sept chiffres et une lettre).
feed-code-academie = L’annuaire est celui d’une académie : écrivez son code, un ou deux chiffres.
feed-code-school = Ces fichiers sont ceux d’un établissement : écrivez son code, sept chiffres et une lettre.
feed-code-unknown = Aucun établissement ouvert n’a ce code ici. Vérifiez-le.
feed-code-taken = Cet établissement ou cette académie a déjà une alimentation de cette sorte.
feed-days = Prévenir après tant de jours sans envoi
feed-days-hint = 3 pour un envoi de chaque jour.
feed-days-wrong = Écrivez un nombre de jours, de 1 à 400.
feed-alone = Appliquer sans attendre ce qui n’a rien de douteux
feed-alone-hint = Seulement après une première confirmation. Une école où quelque chose est à vérifier, ou d’où plus d’une personne sur dix partirait, attend toujours ; une rentrée aussi.
feed-register = Inscrire
feed-where = Où vont les fichiers
feed-folder = Le serveur les prend dans le dossier
feed-folder-text = Un fichier est pris quand il n’a pas changé depuis une minute, ou dès que « NOM.ok » est à côté. Il va ensuite dans « done », ou dans « refused » s’il ne peut pas être lu.
feed-no-folder = Aucun dossier n’est surveillé sur ce serveur : envoyez les fichiers par cette page, ou indiquez un dossier dans la configuration.
feed-file = Envoyer des fichiers
# used: feed-hint-*
feed-hint-aaf = Un .zip de fichiers XML, 8 Mo au plus. Un fichier XML seul compte comme un envoi complet d’aujourd’hui.
feed-hint-siecle = Tous ensemble : ElevesSansAdresses, ResponsablesAvecAdresses et sts_emp ; aussi Nomenclature et Structures. En .zip ou en .xml, 8 Mo au plus chacun.
feed-hint-onde = Toutes ensemble : les extractions CSV des élèves, des responsables et des enseignants, 4 Mo au plus chacune.
feed-hint-oneroster = Un .zip avec son « manifest.csv », 8 Mo au plus.
feed-file-missing = Choisissez une archive ou des fichiers.
feed-send = Envoyer
feed-deliveries = Ce qu’elle a apporté
feed-no-delivery = Rien encore.
feed-complete = Complet du { $day }
feed-change = Modifications du { $day }
feed-counts = { $schools ->
    [one] 1 école
   *[other] { $schools } écoles
 }, { $pupils ->
    [one] 1 élève
   *[other] { $pupils } élèves
 }, { $guardians ->
    [one] 1 responsable
   *[other] { $guardians } responsables
 }, { $staff ->
    [one] 1 personnel
   *[other] { $staff } personnels
 }.
feed-to-turn = Voir ce qui change
# used: feed-state-*
feed-state-waiting = À lire
feed-state-staged = Comparé
feed-state-settled = Terminé
feed-state-same = Sans changement
feed-state-refused = Refusé
# used: feed-why-*
feed-why-no-complete = Ces modifications ne suivent aucun envoi complet. Déposez d’abord un envoi complet.
feed-why-older = Cet envoi est plus ancien que le dernier qui a été lu. Rien n’a été changé.
feed-why-other-academie = Ces fichiers sont d’une autre académie. Rien n’a été changé.
feed-why-nothing = Rien n’est arrivé avec cet envoi.
feed-why-other-school = Ces fichiers sont d’un autre établissement. Rien n’a été changé.
feed-why-last-year = Ces fichiers sont d’une année scolaire passée. Rien n’a été changé.
feed-why-no-pupils = Ni le fichier des élèves ni celui du personnel n’est là. Déposez tous les fichiers ensemble.
feed-why-no-school = Aucun établissement connu n’est dans ces fichiers. Rien n’a été changé.
feed-why-unreadable = Ces fichiers ne peuvent pas être lus. Le rapport dit où. Rien n’a été changé.
feed-settings = Comment elle est suivie
feed-change-do = Enregistrer
feed-nobody = Plus personne ne répond de cette alimentation : elle attend. Enregistrez ses réglages pour en répondre.
feed-end = Arrêter cette alimentation
feed-end-text = Son dossier n’est plus surveillé. Ce qu’elle a apporté reste.
# used: feed-late*
feed-late = L’alimentation { $about } n’arrive plus
feed-late-more = Aucun envoi depuis le { $since }. Voyez avec qui dépose les fichiers.
feed-late-do = Voir l’alimentation
feed-late-text = { $n ->
    [one] Aucun envoi depuis plus d’un jour. Voyez avec qui dépose les fichiers.
   *[other] Aucun envoi depuis plus de { $n } jours. Voyez avec qui dépose les fichiers.
 }
feed-report = Rapport de l’envoi
feed-came = Arrivé le { $date } à { $time }
feed-files = Les fichiers
feed-notes = À savoir
feed-no-note = Rien à signaler.
feed-more-notes = { $n ->
    [one] Une remarque de plus n’est pas montrée.
   *[other] { $n } remarques de plus ne sont pas montrées.
 }
feed-place = { $file }, ligne { $n }
# used: feed-note-*
feed-note-absent = À modifier ou à supprimer, mais absent de ce qui est connu.
feed-note-no-class = Élève sans classe dans cette école : laissé comme il est.
feed-note-service = Un service répond de l’enfant : aucun compte n’est fait pour lui.
feed-note-function = Fonction qui ne donne aucun rôle ici : donnez-le à la main s’il en faut un.
feed-note-no-uai = École sans code : laissée de côté.
feed-note-unknown-guardian = Un responsable nommé n’est pas dans le fichier.
feed-note-unknown-school = Une école nommée n’est pas dans le fichier.
feed-note-no-school = Personne sans école : laissée de côté.
feed-note-unknown-class = Une classe nommée n’est pas parmi celles de l’école.
feed-note-unknown-group = Un groupe nommé n’est pas parmi ceux de l’école.
feed-note-unknown-mef = Une formation (MEF) n’est pas dans le fichier.
feed-note-unknown-subject = Une matière n’est pas dans le fichier.
feed-note-authority = L’autorité parentale est dite de deux façons : elle n’est pas donnée.
feed-note-two-links = Un responsable est dit deux fois, de deux façons.
feed-note-no-name = Personne sans nom : laissée comme elle est.
feed-note-unreadable = Une valeur ne peut pas être lue.
feed-note-passed-over = Fichier laissé de côté : ce n’est pas un de ceux qui sont lus.
feed-note-no-pupils = Le fichier des élèves n’est pas venu : élèves, responsables et groupes restent comme ils sont.
feed-note-no-guardians = Le fichier des responsables n’est pas venu : ils restent comme ils sont.
feed-note-no-staff = Le fichier du personnel n’est pas venu : le personnel et les groupes restent comme ils sont.
feed-note-authority-unsaid = Ces fichiers ne disent pas qui a l’autorité parentale. Un responsable nouveau ne l’a pas encore : donnez-la sur la page de l’élève, ou par une liste envoyée (colonne « autorite »).
feed-note-other-school = Une autre école que celle de cette alimentation : laissée de côté.
feed-note-unsaid-school = Le fichier ne dit pas de quelle école il est.
feed-note-not-uai = Ce code n’est pas celui d’une école.
feed-note-other-year = Un fichier est d’une autre année scolaire que les autres.
feed-note-not-understood = Une valeur n’est pas comprise : elle est laissée de côté.
feed-note-unprintable = Une valeur contient des signes qui ne sont pas du texte.
feed-note-incomplete = Il manque un nom ou un numéro : c’est laissé de côté.
feed-note-twice = Dit deux fois : la première fois compte. Si les deux disent autre chose de l’autorité parentale, elle n’est pas donnée.
feed-note-absent-pupil = Un élève nommé n’est pas dans les fichiers.
feed-note-absent-guardian = Un responsable nommé n’est pas dans les fichiers.
feed-note-absent-staff = Un membre du personnel nommé n’est pas dans les fichiers.
feed-note-absent-division = Une classe nommée n’est pas dans les fichiers.
feed-note-absent-group = Un groupe nommé n’est pas dans les fichiers.
feed-note-absent-subject = Une matière nommée n’est pas dans les fichiers.
feed-note-absent-mef = Une formation (MEF) nommée n’est pas dans les fichiers.
feed-note-absent-child = L’enfant d’un responsable n’est pas dans le fichier des élèves.
feed-note-ambiguous-child = L’enfant d’un responsable peut être l’un ou l’autre de plusieurs élèves : rien n’est changé pour eux.
feed-note-other-class = L’enfant d’un responsable est retrouvé dans une autre classe que celle qui est écrite.
feed-note-absent-class = La classe d’un enseignant n’a aucun élève.
feed-note-unknown-org = Une organisation nommée n’est pas dans les fichiers.
feed-note-unknown-user = Une personne nommée n’est pas dans les fichiers.
feed-note-unknown-course = Un cours nommé n’est pas dans les fichiers.
feed-note-unknown-session = Une période nommée n’est pas dans les fichiers.
feed-note-no-role = Rien ne dit ce qu’est cette personne.
feed-note-other-role = Cette personne est dite deux choses qui ne vont pas ensemble : ce n’est pas cru.
feed-note-odd-day = Ce n’est pas une date : elle est laissée de côté.
feed-note-odd-flag = Ni vrai ni faux : c’est laissé de côté.
feed-note-odd-word = Ce mot n’est pas de la norme.
feed-note-odd-twice = Le même identifiant vient deux fois : la dernière fois compte.
# used: feed-reason-*
feed-reason-input = Le fichier ne peut pas être lu.
feed-reason-too-large = Le fichier est trop grand.
feed-reason-archive = L’archive est abîmée.
feed-reason-too-many-files = L’archive a trop de fichiers.
feed-reason-no-file = L’archive n’a aucun fichier nommé comme ceux de l’annuaire (« …_Complet_… » ou « …_Delta_… »).
feed-reason-encoding = L’encodage du fichier n’est pas lu.
feed-reason-not-text = Ce n’est pas un texte.
feed-reason-xml = Le XML est mal formé.
feed-reason-other-document = Ce n’est pas un fichier de l’annuaire.
feed-reason-internal-dtd = Le fichier définit lui-même son type de document : c’est refusé.
feed-reason-entity = Une entité est inconnue.
feed-reason-cut = Le fichier est coupé : il n’est pas arrivé en entier.
feed-reason-unexpected = Un élément n’est pas à sa place.
feed-reason-no-name = Un attribut n’a pas de nom.
feed-reason-operation = Une opération est inconnue.
feed-reason-no-category = Une demande ne dit pas de quoi elle est.
feed-reason-no-id = Une demande n’a pas d’identifiant.
feed-reason-too-long = Une valeur est trop longue.
feed-reason-too-many = Il y a trop de valeurs ou trop de lignes.
feed-reason-other-academie = Un fichier est d’une autre académie.
feed-reason-other-degree = Un fichier est d’un autre degré : les écoles et le second degré ont chacun leur alimentation.
feed-reason-too-big = Le fichier est trop grand.
feed-reason-too-much = Les fichiers sont trop grands, ensemble.
feed-reason-too-many-entries = L’archive a trop de fichiers.
feed-reason-too-many-records = Le fichier a trop de fiches.
feed-reason-too-many-columns = Le fichier a trop de colonnes.
feed-reason-too-odd = Trop de choses sont étranges : ce n’est pas le fichier attendu.
feed-reason-too-deep = Les éléments sont emboîtés trop profond.
feed-reason-too-wide = Une ligne a trop de cellules.
feed-reason-empty = Il n’y a rien à lire.
feed-reason-not-xml = Ce n’est pas du XML.
feed-reason-root = Ce n’est aucun des exports qui sont lus.
feed-reason-twice = Le même export est venu deux fois : n’en gardez qu’un.
feed-reason-other-school = Un fichier est d’une autre école que les autres.
feed-reason-doctype = Le fichier définit lui-même son type de document : c’est refusé.
feed-reason-malformed = Le XML est mal formé.
feed-reason-encrypted = L’archive demande un mot de passe.
feed-reason-headings = Ces titres de colonnes ne sont ceux d’aucune extraction.
feed-reason-missing-column = Une colonne manque.
feed-reason-twice-column = Une colonne est là deux fois.
feed-reason-cells = Une ligne n’a pas autant de cellules que de titres.
feed-reason-quote = Un guillemet est ouvert et n’est pas fermé sur sa ligne.
feed-reason-no-manifest = L’archive n’a pas de « manifest.csv ».
feed-reason-version = Cette version de OneRoster n’est pas lue : 1.1 et 1.2 le sont.
feed-reason-mode = Le manifeste dit autre chose que « bulk », « delta » ou « absent ».
feed-reason-missing-file = Le manifeste annonce un fichier qui n’est pas là.
feed-reason-twice-file = Un fichier est là deux fois.
feed-reason-empty-cell = Une cellule qui doit dire quelque chose est vide.
feed-reason-day = Ce n’est pas une date.
feed-reason-flag = Ni vrai ni faux.
feed-reason-word = Ce mot n’est pas de la norme.
# used: feed-treatment-*
feed-treatment-feed = Alimentation
feed-treatment-feed-for = Recevoir l’annuaire de l’académie et les fichiers des écoles, et dire ce qui n’a pas pu être lu.
feed-treatment-feed-whom = Élèves, responsables, personnels.
feed-treatment-feed-what = Archives reçues, identifiants et valeurs qui n’ont pas pu être lues, qui a inscrit l’alimentation.
feed-treatment-feed-kept = L’archive, jusqu’à l’envoi complet suivant et un mois au moins ; les remarques, trente-cinq jours.
feed-said-registered = L’alimentation est inscrite.
feed-said-changed = C’est enregistré.
feed-said-sent = Les fichiers sont reçus. Ils sont lus : rien n’est encore changé.
feed-said-known = Ces fichiers étaient déjà arrivés. Rien n’a changé.
feed-said-past = Rien n’a changé.
feed-said-ended = L’alimentation est arrêtée. Ce qu’elle a apporté reste.
