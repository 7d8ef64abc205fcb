# used: agreement-word-* agreement-way-* agreement-source-* agreement-trouble-* agreement-offer-* agreement-history-* agreement-standing-* agreement-state-* agreement-refused-*
agreement-mine = Vos accords
agreement-mine-text = Ce que le collège propose à vos enfants, et ce que vous avez répondu.
agreement-mine-none = Rien à lire pour le moment
agreement-mine-none-text = Quand le collège proposera quelque chose à vos enfants, la lettre sera ici.
agreement-word-agree = D’accord
agreement-word-refuse = Pas d’accord
agreement-word-withdraw = Accord retiré
agreement-word-none = Pas encore répondu
agreement-word-info = Pour information
agreement-read-answer = Lire et répondre
agreement-read-again = Relire la lettre
agreement-channel = Choisir comment le collège vous joint
agreement-code-title = Répondre au collège
agreement-code-text = Le code est sur la feuille que votre enfant a rapportée. Pas besoin de compte.
agreement-code = Votre code
agreement-code-hint = Dix lettres, comme KMPQR-ABCDE. Majuscules ou minuscules, c’est pareil.
agreement-code-open = Lire la lettre
agreement-way-code = J’ai une feuille de l’école avec un code
agreement-code-shape = Le code a dix lettres. Recopiez-le depuis la feuille.
agreement-code-wrong = Vérifiez chaque lettre sur la feuille.
agreement-code-wrong-born = Ce code et ce jour de naissance ne vont pas ensemble. Vérifiez chaque lettre sur la feuille, et le jour.
agreement-code-born-why = Beaucoup de codes faux ont été tapés d’ici. Dites aussi quel jour votre enfant est né, ou visez le carré de la feuille avec l’appareil photo d’un téléphone.
agreement-code-born = Jour de naissance de l’enfant
agreement-code-born-hint = Jour, mois, année, comme 31/05/2014. C’est le jour que l’école connaît : en cas de doute, demandez-lui.
agreement-code-born-shape = Écrivez le jour, le mois et l’année, comme 31/05/2014.
agreement-code-born-say = Dites quel jour votre enfant est né, ou visez le carré de la feuille.
agreement-follow = Familles prévenues
agreement-follow-text = Qui a été prévenu, qui a lu, qui a répondu. Les nombres viennent des traces, sans aucun nom.
agreement-counted-on = Les nombres des écoles ont été comptés le { $day } à { $time }.
agreement-follow-none = Aucune famille n’est prévenue
agreement-follow-none-text = Les familles sont prévenues quand le protocole d’un collège est publié.
agreement-by-school = Par collège
agreement-by-class = Par classe, { $school }
agreement-col-school = Collège
agreement-col-class = Classe
agreement-col-told = À prévenir
agreement-col-informed = Prévenus
agreement-col-received = Reçu
agreement-col-read = Lu
agreement-col-answered = Répondu
agreement-col-agreed = Élèves : accord
agreement-col-refused = Élèves : refus
agreement-col-silent = Élèves : sans réponse
agreement-col-delay = De l’approbation à l’information
agreement-col-sheets = Feuilles
agreement-delay-none = Pas encore
agreement-delay-minutes = { $n ->
    [one] { $n } minute
   *[other] { $n } minutes
 }
agreement-delay-hours = { $n } heures
agreement-delay-days = { $n } jours
agreement-concerns-waiting = { $n ->
    [0] Ce qui gêne les familles
    [one] Ce qui gêne les familles : 1 attend
   *[other] Ce qui gêne les familles : { $n } attendent
 }
agreement-print = Imprimer
agreement-class = Familles de la { $class }
agreement-dispositifs = Programmes
agreement-class-none = Personne à prévenir dans cette classe
agreement-class-none-text = Les familles arrivent avec l’import des responsables.
agreement-families = Une ligne par responsable et par élève
agreement-col-child = Élève
agreement-col-standing = Accord de la famille
agreement-col-guardian = Responsable
agreement-col-way = Canal
agreement-col-state = Annonce
agreement-col-answer = Réponse
agreement-col-paper = Réponse papier
agreement-standing-agreed = Accord
agreement-standing-refused = Refus
agreement-standing-silent = Sans réponse
agreement-no-authority = sans autorité parentale
agreement-way-platform = Dans Préau
agreement-way-email = E-mail
agreement-way-sms = SMS
agreement-way-paper = Papier
agreement-state-read = Lue
agreement-state-received = Reçue
agreement-state-failed = Non remise
agreement-state-sent = Envoyée
agreement-state-waiting = En attente
agreement-source-account = par son compte
agreement-source-code = avec le code
agreement-source-paper = sur papier
agreement-enter = Saisir
agreement-sheets = Feuilles à distribuer
agreement-sheets-of = Feuilles de la { $class }
agreement-said-closed = C’est fait : cette demande de la famille est close.
agreement-said-proposed = C’est envoyé : la famille lit la proposition sur sa lettre et y répond.
agreement-said-paper = C’est noté : la réponse écrite sur la feuille compte comme les autres.
agreement-sheets-handed = C’est noté : les feuilles ont été remises aujourd’hui.
agreement-sheets-whose = Pour qui
agreement-sheets-paper = Familles à joindre sur papier
agreement-sheets-all = Toutes les familles
agreement-sheets-language = Langue des feuilles
agreement-sheets-own = Langue de chaque famille
agreement-sheets-none = Aucune feuille à distribuer
agreement-sheets-none-text = Dans cette classe, aucune famille n’attend de lettre sur papier.
agreement-sheets-text = { $n ->
    [one] Une feuille, une demi-page A4. Chaque code est personnel : remettez chaque feuille au bon élève.
   *[other] { $n } feuilles, deux par page A4. Chaque code est personnel : remettez chaque feuille au bon élève.
 }
agreement-sheets-hand = Les feuilles sont distribuées
agreement-sheet = Page { $n } sur { $of }
agreement-sheet-to = À : { $name }
agreement-sheet-cut = couper ici
agreement-paper = Réponse sur papier
agreement-paper-text = Vous recopiez ce que la famille a écrit et signé. Votre nom est gardé avec la réponse.
agreement-paper-guardian = Qui a signé
agreement-paper-said = Que dit la feuille ?
agreement-paper-yes = D’accord
agreement-paper-no = Pas d’accord
agreement-paper-back = Retire son accord
agreement-paper-signature = Signature
agreement-paper-signed = La feuille est signée par cette personne
agreement-paper-unsigned = Sans signature, la réponse ne compte pas. Cochez la case si la feuille est signée.
agreement-paper-choose = Choisissez ce que dit la feuille.
agreement-paper-scan = Photo de la feuille (si vous voulez)
agreement-paper-picture = Ici, c’est une photo de la feuille qu’il faut : ni film, ni son, ni document.
agreement-paper-one-picture = Une seule photo de la feuille.
agreement-paper-keep = Enregistrer la réponse
agreement-history = Réponses de cette personne
agreement-history-account = Par son compte, { $when }
agreement-history-code = Avec le code de la lettre, { $when }
agreement-history-paper = Sur papier, { $when }, saisie par { $by }
agreement-see-scan = Voir la feuille
agreement-concerns = Ce qui gêne les familles
agreement-concerns-text = Seules la direction, la vie scolaire et le référent lisent ces messages. Cherchez une solution avec la famille.
agreement-concerns-none = Aucune famille n’a rien signalé
agreement-concerns-none-text = Une famille peut le dire depuis sa lettre.
agreement-concern = Une famille demande une solution
agreement-concern-open = À traiter
agreement-concern-proposed = Proposition envoyée
agreement-concern-accepted = Proposition acceptée
agreement-concern-closed = Clos
agreement-concern-close = Clore sans proposition
agreement-trouble-place = Pas de place au calme
agreement-trouble-device = Appareil absent ou partagé
agreement-trouble-line = Connexion mauvaise ou absente
agreement-trouble-bus = Bus tardif
agreement-trouble-schedule = Horaires
agreement-trouble-other = Autre chose
agreement-proposed = Propositions
agreement-offer = Que proposez-vous ?
agreement-offer-hint = Un prêt accepté ouvre une demande dans l’aide aux familles.
agreement-offer-seat = Une place dans un tiers-lieu
agreement-offer-phone = L’aide par téléphone
agreement-offer-loan = Un appareil en prêt
agreement-offer-other = Autre chose
agreement-offer-text = Votre proposition
agreement-offer-text-hint = Où, quand, avec qui. 500 signes au plus. La famille est prévenue par son canal.
agreement-offer-send = Envoyer la proposition
agreement-offer-choose = Choisissez ce que vous proposez.
agreement-offer-words = Écrivez votre proposition, en 500 signes au plus.
agreement-offer-accepted = Acceptée
agreement-offer-declined = Refusée
agreement-offer-waiting = En attente de la famille
agreement-refused-authority = Seules les personnes qui ont l’autorité parentale répondent. Rien n’a été enregistré.
agreement-refused-closed = Une réponse a déjà été donnée. Rien n’a été changé.
agreement-way-own = Donner ou retirer mon accord
agreement-way-follow = Les accords des familles
agreement-chapter = Les familles
agreement-figure-told = Familles informées
agreement-figure-received = Ont reçu
agreement-figure-read = Ont lu
agreement-figure-answered = Ont répondu
agreement-figure-agreed = Enfants dont la famille est d’accord
agreement-figure-refused = Enfants dont la famille refuse
agreement-figure-delay = De l’accord du chef à l’information
agreement-chart-steps = Familles informées et entendues
agreement-chart-steps-rows = Étape
# used: agreement-chart-*
# used: agreement-card-*
agreement-card-answer = Votre accord est demandé pour { $about }
agreement-card-answer-more = Lettre du { $since }
agreement-card-answer-do = Répondre
agreement-card-proposal = L’établissement vous fait une proposition
agreement-card-proposal-more = Pour { $about }
agreement-card-proposal-do = Répondre
agreement-card-concern = { $n ->
    [one] Une famille a un empêchement
   *[other] { $n } familles ont un empêchement
 }
agreement-card-concern-more = La plus ancienne l’a dit { $since }.
agreement-card-concern-do = Proposer
agreement-card-unreached = { $n ->
    [one] Un parent attend sa feuille imprimée
   *[other] { $n } parents attendent leur feuille imprimée
 }
agreement-card-unreached-more = Aucun message ne peut les joindre.
agreement-card-unreached-do = Voir qui
agreement-card-silent = { $n ->
    [one] La famille d’un élève n’a pas répondu
   *[other] Les familles de { $n } élèves n’ont pas répondu
 }
agreement-card-silent-more = Lettre envoyée depuis plus d’une semaine
agreement-card-silent-do = Voir qui
# used: agreement-fell-*
agreement-fell-places = Places rendues dans des séances : { $n }
agreement-fell-demands = Demandes d’aide arrêtées : { $n }
agreement-fell-rooms = Salles quittées : { $n }
# used: agreement-treatment-*
agreement-treatment-answers = Accords des familles
agreement-treatment-answers-for = Dire aux familles ce qui est proposé, et respecter leur réponse.
agreement-treatment-answers-whom = Responsables et leurs enfants.
agreement-treatment-answers-what = Lettre envoyée, voie, reçue et lue ou non, réponse, son auteur, copie du papier signé.
agreement-treatment-concerns = Contraintes des familles
agreement-treatment-concerns-for = Trouver avec une famille ce qui lui convient, quand l’offre ne lui convient pas.
agreement-treatment-concerns-whom = Responsables et leurs enfants.
agreement-treatment-concerns-what = Ce que la famille dit de ses contraintes, ce que l’école propose, la réponse.
agreement-treatment-concerns-kept = Propositions : 400 jours après la clôture de la contrainte.
agreement-first-answer = Une famille a répondu
agreement-first-answer-text = Sans réponse de sa famille, un élève n’est pas aidé. Elle répond avec sa carte, ou sur une lettre que la vie scolaire imprime.
agreement-look-silent = { $n ->
    [one] une famille sans réponse
   *[other] { $n } familles sans réponse
 }
agreement-code-wrong-title = Ce n’est pas le bon code
