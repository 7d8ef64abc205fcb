# Brouillon, pas encore relu par une personne dont c’est la langue. Draft, not yet read by a native.
programme-read-publics = Para quê
programme-read-modalities = Como
programme-read-hours = Quando
programme-read-where = Onde
programme-read-tools = Com que ferramentas
programme-read-contacts = A quem perguntar
programme-read-charter = As regras
programme-read-home = Em casa
programme-read-bus = O último autocarro chega a casa por volta das { $time }.
programme-read-open = Aberto: { $open }
programme-read-seats = { $n ->
    [one] { $n } lugar
   *[other] { $n } lugares
 }
programme-read-referent = { $name }, responsável pelo digital
programme-read-contacts-none = Pergunte à escola.
programme-protocol-of = O que propõe: { $school }
programme-in-force = Em vigor desde { $day }
programme-superseded-text = Esta versão foi substituída.
programme-print = Imprimir
programme-protocols = O que a escola propõe
programme-protocols-none = Ainda nada foi publicado
programme-protocols-none-text = Quando a escola publicar o que propõe, estará aqui.
programme-hours = { $day }, das { $from } às { $to }
programme-public-aide = Ajuda nos trabalhos de casa
programme-public-explicitation = Explicação de um enunciado ou de uma lição
programme-public-remise-a-niveau = Recuperação
programme-public-remediation = Retomar o que não foi compreendido
programme-public-decrochage = Prevenção do abandono escolar
programme-modality-salle-groupe = Salas virtuais para trabalhar em grupo
programme-modality-petit-groupe = Marcação em pequeno grupo, por vídeo
programme-modality-bar = Balcão de ajuda: uma pergunta, uma resposta
programme-modality-telephone = O balcão de ajuda também pode ligar
programme-modality-classe-orale = Aula virtual para praticar a oralidade
programme-modality-professeur-au-college = O professor está na escola, os alunos noutro lado
programme-way-protocol = As regras da ajuda
