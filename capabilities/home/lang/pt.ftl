# Brouillon, pas encore relu par une personne dont c’est la langue. Draft, not yet read by a native.
home-hello = Bom dia, { $name }
home-evening = Boa noite, { $name }
home-waits = À sua espera
home-day = O seu dia
home-on = Neste momento
home-comes = Em breve
home-day-more = Aqui só aparecem { $n } coisas: o resto está nas páginas do menu.
home-nothing = Não tem nada à espera
home-nothing-text = Está tudo feito por hoje. O que lhe for pedido aparece aqui.
home-entry-none = Por agora não há nada aqui
home-entry-none-text = Quando algo lhe disser respeito, estará aqui.
home-welcome = Damos-lhe as boas-vindas: é a sua primeira noite aqui
home-welcome-1 = À noite, o seu filho ou a sua filha pode pedir ajuda: basta uma fotografia, a voz ou uma frase.
home-welcome-2 = Um adulto da escola responde aqui, ou liga. Não tem nada a fazer.
home-welcome-3 = Vê quando o seu filho ou a sua filha recebeu ajuda. As mensagens ficam entre o aluno e o adulto.
home-welcome-known = Compreendi
home-welcome-done = Anotado. A ajuda está no fim de cada página.
