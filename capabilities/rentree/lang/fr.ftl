rentree-title = Qui arrive, qui part
rentree-lead = Envoyez la liste de votre école. On vous montre d’abord ce qui changerait ; rien ne change avant votre accord.
rentree-for = Pour
rentree-for-missing = Choisissez l’établissement.
rentree-file = La liste (CSV, .xlsx ou .ods)
rentree-file-hint = Tirée de SIECLE, d’ONDE, de Pronote ou d’un tableur : 8 Mo au plus.
rentree-template = Télécharger notre modèle, un tableau à remplir
rentree-file-missing = Choisissez un fichier.
rentree-file-wrong = Ce fichier ne peut pas être pris tel quel : ce qui est à corriger est dit sous « Comment ce fichier a été lu ».
rentree-whose = Ses lignes sont
rentree-whose-hint = Si le fichier le dit lui-même, c’est lui qui compte.
rentree-whose-said = tout ensemble : une colonne « rôle » le dit
rentree-whose-said-hint = Comme dans notre modèle : élèves, responsables et personnel.
rentree-no-role = Ce fichier n’a pas de colonne « rôle ». Cochez ce que sont ses lignes : le plus souvent, « des élèves, avec ou sans leurs responsables ».
rentree-no-post = Pour du personnel, il faut une colonne « fonction » : enseignant, AED, direction… Si ce sont des élèves, cochez-le.
# used: rentree-whose-*
rentree-whose-eleves = des élèves, avec ou sans leurs responsables (SIECLE, ONDE, Pronote)
rentree-whose-familles = des responsables
rentree-whose-personnel = du personnel
rentree-columns = Comment les colonnes ont été comprises
rentree-heading = Titre de la colonne
rentree-taken = Compris comme
rentree-ignored = laissé de côté
rentree-what = Ce fichier
rentree-whole = est la liste complète : qui n’y est pas n’est plus là
rentree-whole-hint = Ne cochez pas pour ajouter quelques personnes : sans cela, le fichier ajoute et corrige, et personne ne part.
rentree-year = est la liste de la rentrée : les classes de l’an dernier se ferment
rentree-year-hint = Elle compte comme la liste complète : qui n’y est pas part. Les classes fermées restent lisibles pour le bilan de l’année. De nouvelles classes s’ouvrent sous les mêmes noms.
rentree-send = Voir ce qui changerait
rentree-nothing-yet = Rien n’est encore changé à cette étape.
rentree-sent = Listes envoyées
rentree-none = Aucune liste depuis un mois.
# used: rentree-empty-*
rentree-empty = Votre établissement n’a encore aucun élève
rentree-empty-more = { $about } : envoyez sa liste, telle que SIECLE, ONDE ou Pronote la donne.
rentree-empty-do = Envoyer la liste
# used: rentree-list-*
rentree-list-all = Élèves, responsables et personnel
rentree-list-eleves = Élèves
rentree-list-familles = Responsables
rentree-list-personnel = Personnel
rentree-list-alimentation = Alimentation
rentree-list-year = liste de la rentrée
rentree-list-whole = liste complète
rentree-list-more = ajouts et corrections
rentree-dropped = La liste est jetée. Rien n’a été changé.
# used: rentree-state-*
rentree-state-reading = En cours
rentree-state-faulty = À corriger
rentree-state-ready = À confirmer
rentree-state-applying = En cours
rentree-state-done = Fait
rentree-state-undoing = En cours
rentree-state-undone = Annulé
# used: rentree-school-*
rentree-school-reading = En cours
rentree-school-faulty = À corriger
rentree-school-ready = À confirmer
rentree-school-applying = En cours
rentree-school-done = Fait
rentree-school-undoing = En cours
rentree-school-undone = Annulé
# used: rentree-going-*
rentree-going-reading = La liste est comparée avec ce qui est connu. Cette page se met à jour toute seule ; vous pouvez aussi la quitter.
rentree-going-applying = La liste est appliquée, école par école. Vous pouvez quitter cette page.
rentree-going-undoing = La liste est annulée, école par école. Vous pouvez quitter cette page.
rentree-going-faulty = À corriger
rentree-going-ready = À confirmer
rentree-going-done = Fait
rentree-going-undone = Annulé
rentree-progress = { $of ->
    [one] { $n } école sur { $of }
   *[other] { $n } écoles sur { $of }
 }
rentree-of = Liste : { $name }
rentree-sent-on = Envoyée le { $date } à { $time }
rentree-sent-by = Envoyée par { $name }, le { $date } à { $time }
rentree-faulty = Rien n’a été changé
rentree-gone = Le fichier de cette liste n’est plus gardé. Envoyez-le de nouveau.
rentree-faulty-do = Corrigez le fichier et envoyez-le de nouveau.
rentree-done = C’est fait. Vous pouvez l’annuler pendant trente jours.
rentree-next = Les élèves qui arrivent ont besoin d’une carte pour entrer.
rentree-cards = Faire les cartes
rentree-undone = La liste est annulée : tout est comme avant, sauf ce qui a changé depuis.
rentree-what-happens = Ce qui change
rentree-nothing = Rien ne change.
rentree-same = { $n ->
    [one] { $n } personne déjà connue, sans changement
   *[other] { $n } personnes déjà connues, sans changement
 }
rentree-opens = { $n ->
    [one] { $n } classe s’ouvre : { $names }
   *[other] { $n } classes s’ouvrent : { $names }
 }
rentree-opens-check = À relire : une classe qui n’existe pas encore est le plus souvent une faute de frappe. Si c’en est une, corrigez le fichier et envoyez-le à nouveau.
rentree-names = Voir les noms
rentree-empties = { $n } personnes sur { $of } partiraient : plus d’une sur dix. Le fichier est-il complet ?
rentree-really = Plus d’une personne sur dix partirait d’une école. Regardez les noms, puis cochez la case.
rentree-really-tick = Oui, elles partent vraiment
rentree-leaves-on = Qui n’est plus sur la liste part le
rentree-leaves-on-hint = Si vous changez ce jour, la liste est comparée à nouveau avant de s’appliquer.
rentree-day-wrong = Écrivez un jour proche : quatre mois avant ou après aujourd’hui, au plus.
rentree-can-be-undone = Vous pourrez tout annuler pendant trente jours.
rentree-confirm = Confirmer
rentree-undo = Annuler cette liste
rentree-undo-text = Ce qu’elle a changé redevient comme avant. Ce qui a changé depuis reste, et vous est nommé.
rentree-drop = Jeter cette liste
rentree-drop-text = La liste et son fichier sont effacés. Rien n’en a été appliqué, et rien ne change.
rentree-kinds = Ce qui change
rentree-kept = Ceci a changé depuis, ou a servi, et reste comme c’est :
rentree-nobody = Personne.
rentree-row = { $n ->
   *[other] Ligne { $n } du fichier
 }
rentree-stays = reste
rentree-again = Comparer à nouveau avec ces choix
rentree-number = Un numéro, une langue ou un jour de naissance change.
rentree-was = Avant : { $was }
rentree-closed = { $n ->
    [0] Personne n’y était.
    [one] Un élève y était.
   *[other] { $n } élèves y étaient.
 }
# used: rentree-count-*
rentree-count-arrives = { $n ->
    [one] 1 arrive
   *[other] { $n } arrivent
 }
rentree-count-moves = { $n ->
    [one] 1 change de classe
   *[other] { $n } changent de classe
 }
rentree-count-leaves = { $n ->
    [one] 1 part
   *[other] { $n } partent
 }
rentree-count-stays = { $n ->
    [one] 1 reste sans être sur la liste
   *[other] { $n } restent sans être sur la liste
 }
rentree-count-given = { $n ->
    [one] 1 rôle donné
   *[other] { $n } rôles donnés
 }
rentree-count-tied = { $n ->
    [one] 1 responsable de plus
   *[other] { $n } responsables de plus
 }
rentree-count-untied = { $n ->
    [one] 1 responsable de moins
   *[other] { $n } responsables de moins
 }
rentree-count-corrected = { $n ->
    [one] 1 corrigé
   *[other] { $n } corrigés
 }
rentree-count-opens = { $n ->
    [one] 1 classe s’ouvre
   *[other] { $n } classes s’ouvrent
 }
rentree-count-closes = { $n ->
    [one] 1 classe se ferme
   *[other] { $n } classes se ferment
 }
rentree-count-check = { $n ->
    [one] 1 à vérifier
   *[other] { $n } à vérifier
 }
rentree-count-gathers = { $n ->
    [one] 1 groupe est fait
   *[other] { $n } groupes sont faits
 }
rentree-count-regroups = { $n ->
    [one] 1 groupe change
   *[other] { $n } groupes changent
 }
rentree-count-disbands = { $n ->
    [one] 1 groupe prend fin
   *[other] { $n } groupes prennent fin
 }
rentree-gathered = { $n ->
    [0] Personne n’y est encore.
    [one] Une personne y est.
   *[other] { $n } personnes y sont.
 }
rentree-refused = Cet établissement n’est pas changé : voici ce qui ne va pas.
# used: rentree-kind-*
rentree-kind-arrives = Élèves qui arrivent, avec leur classe.
rentree-kind-moves = Élèves qui changent de classe.
rentree-kind-leaves = Personnes qui ne sont plus sur la liste. Cochez celles qui restent.
rentree-kind-stays = Personnes qui ne sont plus sur la liste, et qui restent.
rentree-kind-given = Adultes qui reçoivent un rôle.
rentree-kind-tied = Responsables, avec l’élève dont ils répondent désormais.
rentree-kind-untied = Responsables, avec l’élève dont ils ne répondent plus.
rentree-kind-corrected = Ce qui est écrit d’eux change.
rentree-kind-opens = Classes qui s’ouvrent.
rentree-kind-closes = Classes de l’an dernier : elles se ferment et restent lisibles.
rentree-kind-gathers = Groupes d’enseignement et équipes qui sont faits.
rentree-kind-regroups = Groupes où des personnes arrivent (+) ou dont elles partent (−), et ce qui y est enseigné s’il change.
rentree-kind-disbands = Groupes qui ne sont plus annoncés : ils prennent fin.
rentree-kind-check = Le fichier est suivi, mais regardez si c’est bien cela.
# used: rentree-role-*
rentree-role-pupil = élève
rentree-role-teacher = enseignant
rentree-role-documentalist = documentaliste
rentree-role-vie-scolaire = vie scolaire
rentree-role-aed = AED
rentree-role-aesh = AESH
rentree-role-referent = référent numérique
rentree-role-psyen = PsyEN ou assistant social
rentree-role-head = direction
rentree-role-director = direction d’école
# used: rentree-treatment-*
rentree-treatment-turn = Rentrée et listes
rentree-treatment-turn-for = Comparer la liste d’un établissement à ce que Préau sait, et appliquer ce qui a été relu.
rentree-treatment-turn-whom = Élèves, responsables, personnels.
rentree-treatment-turn-what = Lignes de la liste : noms, classes, dates de naissance, ce qui changerait.
rentree-treatment-turn-kept = Aussi longtemps que l’application de la liste peut être défaite.

rentree-said-sent = La liste est reçue. Elle est comparée : rien n’est encore changé.
rentree-said-day = Le jour est changé : la liste est comparée de nouveau.
rentree-said-confirmed = C’est confirmé : la liste s’applique, une école après l’autre.
rentree-said-undoing = L’annulation a commencé : chaque école revient comme avant.
rentree-said-past = Rien n’a changé : voici où en est cette liste.
rentree-said-stay = C’est noté : la liste est comparée de nouveau.
