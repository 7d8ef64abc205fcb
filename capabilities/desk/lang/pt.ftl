# Brouillon, pas encore relu par une personne dont c’est la langue. Draft, not yet read by a native.
desk-an-adult = um adulto da escola
desk-subject-maths = Matemática
desk-subject-francais = Francês
desk-subject-langues = Línguas
desk-subject-histoire = História e geografia
desk-subject-sciences = Ciências
desk-subject-autre = Outra
desk-followup-told-family = A escola respondeu ao pedido de ajuda do seu filho ou da sua filha ({ $subject }). A resposta está nos pedidos dele ou dela.
desk-state-waiting = Em espera
desk-state-claimed = Em curso
desk-state-done = Terminado
desk-state-withdrawn = Retirado
desk-state-followup = A escola vai responder
desk-state-followed = A escola respondeu
desk-family-child-nothing = { $name } não pediu nada hoje
desk-family-child-waits = { $name } está à espera de ajuda
desk-family-child-helped-now = Um adulto está a ajudar { $name }
desk-family-child-helped = { $name } recebeu ajuda
desk-family-child-followup = A escola ajuda { $name } amanhã
desk-family-child-withdrew = { $name } já não precisa de ajuda
desk-family-step-asked = { $name } pediu ajuda: { $subject }.
desk-family-step-helped = Pedido recebido por { $name }.
desk-family-step-minutes = { $n ->
    [one] 1 minuto.
   *[other] { $n } minutos.
 }
desk-family-end-compris = { $name } compreendeu.
desk-family-end-classe = O professor volta a explicar na aula.
desk-family-end-demain = A escola responde amanhã.
desk-family-end-parti = { $name } já não estava.
desk-family-end-done = Terminou.
desk-family-end-withdrawn = { $name } retirou o pedido.
desk-family-end-followup = A escola responde amanhã.
desk-family-tonight = Hoje ao fim do dia
desk-family-week = Ver a semana
desk-family-nothing-to-do = Não tem nada a fazer.
desk-family-before = Os dias anteriores
desk-family-note = Vê quando o seu filho ou a sua filha pede ajuda e como acaba. As mensagens ficam entre o aluno e o adulto que o ajuda.
