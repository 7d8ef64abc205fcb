homework-tonight = Ce soir
homework-hello = Bonsoir { $name }
homework-messages = Messages
homework-unread = { $n ->
    [one] 1 nouveau
   *[other] { $n } nouveaux
 }
homework-no-message = Pas de message.
homework-all-messages = Tous les messages
homework-your-turn = C’est à toi
homework-helps = { $name } t’attend
homework-go-answer = Y aller
homework-place = Ta place dans la file
homework-asked = Ce qui te bloque
homework-how = Comment on t’aide
homework-see = Voir ma demande
homework-no-desk = Pas de bureau d’aide dans ton école
homework-no-desk-text = Ton école n’a pas encore ouvert de bureau d’aide. Parles-en à ton professeur principal.
homework-open-until = Ouvert jusqu’à { $time }
homework-blocked = Un exercice te bloque ?
homework-closed = Le bureau d’aide est fermé
homework-closed-text = Personne ce soir. Reviens demain, ou demande à ton professeur en classe.
homework-there = { $n ->
    [one] Un adulte est là ce soir.
   *[other] { $n } adultes sont là ce soir.
 }
homework-ask = Demander de l’aide
homework-ask-how = Tu peux écrire, parler ou envoyer une photo.
homework-who = Qui est là ce soir
homework-here = Là
homework-away = Revient bientôt
homework-later = Plus tard
homework-meanwhile = En attendant, relis l’énoncé à voix basse : souvent, la première question donne un indice.
homework-child-nothing = { $name } n’a rien demandé ce soir
homework-child-waits = { $name } attend de l’aide
homework-child-helped-now = Un adulte aide { $name }
homework-child-helped = { $name } a eu de l’aide
homework-child-followup = L’équipe aidera { $name } demain
homework-child-withdrew = { $name } a trouvé tout seul
homework-step-asked = { $name } a demandé de l’aide : { $subject }.
homework-step-helped = { $name } a répondu.
homework-step-minutes = { $n ->
    [0] Moins d’une minute.
    [one] 1 minute.
   *[other] { $n } minutes.
 }
homework-end-compris = { $name } a compris.
homework-end-classe = Ce sera revu en classe.
homework-end-demain = L’équipe du collège reprend demain.
homework-end-parti = { $name } n’était plus là.
homework-end-done = C’est fini.
homework-end-withdrawn = { $name } a retiré sa demande.
homework-end-followup = L’équipe du collège reprend demain.
homework-nothing-to-do = Vous n’avez rien à faire.
homework-before = Les jours d’avant
homework-family-note = Vous voyez quand votre enfant demande de l’aide et comment cela finit. Les messages restent entre l’enfant et l’adulte qui l’aide.
homework-direction = L’aide du soir
homework-direction-lead = Les 30 derniers jours, en nombres. Aucun élève n’est nommé ici.
homework-count-asked = demandes
homework-count-helped = aidées
homework-count-withdrawn = retirées
homework-count-left = à reprendre
homework-count-waited = attente moyenne
homework-count-good = « ça m’a aidé »
homework-counts-none = Pas encore de demande
homework-counts-none-text = Les nombres arrivent avec les premières soirées.
homework-evening = Soirée
homework-last-day = Depuis hier
homework-last-day-text = Pour lire une conversation, il faut dire pourquoi : c’est noté.
homework-open = Ouvrir
homework-counted-at = Compté à { $time }.
# used: homework-end-* homework-child-*
