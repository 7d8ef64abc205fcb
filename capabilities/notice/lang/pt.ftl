# Brouillon, pas encore relu par une personne dont c’est la langue. Draft, not yet read by a native.
notice-title = Mensagens
notice-read-all = Já li tudo
notice-read-done = Feito: está tudo lido.
notice-none = Sem mensagens
notice-none-text = As mensagens da escola chegam aqui.
notice-new = Novo
notice-open = Ler e responder
notice-mail-subject = { $school } escreve-lhe
notice-mail-text = { $school } escreve-lhe. Leia aqui: { $link }
notice-channel = Como recebe as mensagens da escola
notice-channel-text = A escola escreve-lhe pouco, nunca à noite, ao fim de semana nem nas férias. Escolha por onde.
notice-channel-way = Por onde quer receber as mensagens?
notice-channel-platform = Aqui, nas minhas mensagens
notice-channel-email = Por e-mail
notice-channel-sms = Por SMS
notice-channel-paper = Em papel, pelo meu filho ou filha
notice-channel-address = O seu endereço de e-mail
notice-channel-address-hint = Só para o e-mail. A mensagem diz que escola escreve e onde ler, mais nada.
notice-channel-number = O seu número de telefone
notice-channel-number-hint = Só para o SMS. Exemplo: 06 39 98 00 01.
notice-channel-save = Guardar
notice-channel-password = Tem também uma palavra-passe: entre com ela para alterar isto.
notice-channel-saved = Guardado. As próximas mensagens seguem por aí.
notice-channel-bad-email = Este endereço não está completo. Exemplo: prenom.nom@exemple.fr.
notice-channel-landline = Um SMS não chega a um telefone fixo. Dê um número de telemóvel, ou escolha outro meio.
notice-channel-bad-number = Este número não está completo. Exemplo: 06 39 98 00 01.
notice-channel-choose = Escolha como quer ser contactado pela escola.
notice-account = A minha conta
notice-card-unread = { $n ->
    [one] Uma mensagem por ler
   *[other] { $n } mensagens por ler
 }
notice-card-unread-more = Desde { $since }
notice-card-unread-do = Ler
notice-anew-adult = O seu cartão foi renovado: o antigo já não funciona. Se não o pediu, diga-o logo à escola. O novo cartão lê tudo, mas não assina nada durante um dia.
notice-account-password-adult = Foi-lhe dada uma nova palavra-passe em papel: a antiga já não abre. Se não a pediu, diga-o logo à escola.
notice-account-by-code-adult = A sua palavra-passe acaba de ser alterada com um código enviado por e-mail ou SMS. Se não foi o próprio, diga-o logo à escola.
notice-account-renamed-adult = O seu nome de utilizador é agora { $login }. A palavra-passe mantém-se.
notice-account-sessions-adult = Todos os seus aparelhos foram desligados. Entre de novo; se isto causa surpresa, diga-o à escola.
notice-account-blocked-adult = O seu acesso ao Préau está fechado. Pergunte porquê à escola.
notice-account-unblocked-adult = Já pode entrar de novo no Préau.
notice-code-subject = O seu código para o Préau
notice-code-text = Préau: o seu código é { $code }. Vale dez minutos e só serve uma vez. Não pediu nada? Não o dê a ninguém.
