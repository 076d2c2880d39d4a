import type { LanguagePack } from './language-pack.js';

/** French. Blanks at which a line must not break are written `\u00a0`. */
export const fr: LanguagePack = {
  lang: 'fr',
  mobile: 'Numéro de mobile',
  areaCode: 'Indicatif du pays ou de la région',
  code: 'Code de vérification',
  getCode: 'Recevoir un code',
  methodsLabel: 'Modes de connexion',
  consent: 'J’accepte {links}',
  terms: 'les Conditions d’utilisation',
  and: ' et ',
  privacy: 'la Politique de confidentialité',
  notLoaded: 'La connexion n’a pas pu être chargée. Vérifiez votre réseau et rechargez cette page.',

  sending: 'Envoi du code…',
  codeSent: 'Le code a été envoyé. Saisissez-le dès que vous l’aurez reçu.',
  submitting: 'Connexion en cours…',
  done: 'Connexion réussie.',
  resendIn: 'Renvoyer dans {seconds}',
  waitFor: 'Réessayer dans {seconds}',
  steps: {
    mfa: {
      title: 'Encore une étape',
      note: 'Pour nous assurer qu’il s’agit bien de vous, nous envoyons un code au {mobile}.',
      button: 'Confirmer',
    },
    bind: {
      title: 'Associer votre compte',
      note: 'Vous vous connectez ainsi pour la première fois. Confirmez un code pour associer cette connexion à votre compte.',
      button: 'Associer et se connecter',
      fields: { email: 'Adresse e-mail' },
    },
    register: {
      title: 'Créer votre compte',
      note: 'Il n’y a pas encore de compte pour cette connexion. Confirmez un code pour en créer un.',
      button: 'Créer un compte',
      fields: { email: 'Adresse e-mail' },
    },
    'password-warn': {
      title: 'Votre mot de passe expire bientôt',
      note: 'Choisissez-en un nouveau maintenant, ou ignorez cette étape pour aujourd’hui.',
      button: 'Changer le mot de passe',
      fields: { oldPassword: 'Mot de passe actuel', newPassword: 'Nouveau mot de passe' },
    },
    'password-expired': {
      title: 'Votre mot de passe a expiré',
      note: 'Choisissez-en un nouveau pour continuer.',
      button: 'Changer le mot de passe',
      fields: { oldPassword: 'Mot de passe actuel', newPassword: 'Nouveau mot de passe' },
    },
  },
  back: 'Retour',
  choices: {
    skip: 'Ignorer',
    useEmail: 'Utiliser plutôt une adresse e-mail',
    useMobile: 'Utiliser plutôt un numéro de mobile',
  },
  passwordRules: {
    length: 'De {min} à {max} caractères',
    lower: 'Une lettre minuscule',
    upper: 'Une lettre majuscule',
    digit: 'Un chiffre',
    letter: 'Une lettre',
    special: 'Un caractère spécial, par exemple ! ou #',
    pattern: 'Uniquement des caractères acceptés par ce service',
  },
  ruleMet: '(respectée)',

  puzzleTitle: 'Faites glisser la pièce à sa place',
  puzzleSlider: 'Position de la pièce',
  puzzleHelp:
    'Faites glisser le curseur puis relâchez-le. Vous pouvez aussi cliquer sur la piste ou utiliser les flèches du clavier, puis appuyer sur «\u00a0Vérifier\u00a0».',
  puzzleLoading: 'Chargement du puzzle…',
  puzzleChecking: 'Vérification…',
  puzzleCheck: 'Vérifier',
  puzzleReload: 'Autre image',
  cancel: 'Annuler',

  offline: 'Vous êtes hors ligne. Connectez-vous à Internet et réessayez.',
  errors: {
    network: 'Le service de connexion est injoignable. Vérifiez votre réseau et réessayez.',
    config:
      'Cette fenêtre de connexion est mal configurée ({subject}). Veuillez en informer les responsables de cette page.',
    timeout: 'Le service de connexion a mis trop de temps à répondre. Veuillez réessayer.',
    busy: 'Le service de connexion est surchargé. Veuillez réessayer dans un instant.',
    'rate-limited': 'Trop de tentatives. Veuillez patienter un moment.',
    'bad-response': 'Le service de connexion a rencontré un problème. Veuillez réessayer plus tard.',
    'device-incomplete':
      'Il manque au service de connexion des informations sur votre appareil. Rechargez la page et réessayez.',
    'app-unknown':
      'Le service de connexion ne connaît pas cette application. Veuillez en informer les responsables de cette page.',
    'mobile-invalid': 'Saisissez un numéro de mobile valide.',
    'email-invalid': 'Saisissez une adresse e-mail valide.',
    'password-weak': 'Le nouveau mot de passe ne respecte pas encore les règles.',
    'input-missing': 'Veuillez remplir ce champ.',
    'input-missing:userName': 'Saisissez votre nom d’utilisateur.',
    'input-missing:password': 'Saisissez votre mot de passe.',
    'code-missing': 'Saisissez le code que vous avez reçu.',
    'consent-required': 'Veuillez d’abord accepter les conditions.',
    'captcha-failed': 'Ce n’était pas le bon endroit. Voici une nouvelle image, réessayez.',
    'captcha-expired': 'Le puzzle a expiré. Veuillez réessayer avec un nouveau.',
    'captcha-cancelled': 'Le puzzle a été annulé.',
    'send-failed': 'Le code n’a pas pu être envoyé. Veuillez réessayer plus tard.',
    'code-wrong': 'Le code est incorrect ou a expiré. Vérifiez-le ou demandez-en un nouveau.',
    'user-not-found': 'Il n’y a pas de compte pour ce numéro.',
    'user-disabled': 'Ce compte est désactivé. Veuillez contacter l’assistance.',
    'user-locked': 'Ce compte est verrouillé pour le moment. Veuillez réessayer plus tard.',
    'access-denied': 'Vous n’êtes pas autorisé à vous connecter ici.',
    'password-wrong': 'Le nom d’utilisateur ou le mot de passe est incorrect.',
    'state-token-invalid': 'Cette connexion a pris trop de temps. Veuillez recommencer.',
    'session-invalid': 'Cette session est terminée. Veuillez vous reconnecter.',
    'id-token-invalid': 'L’authenticité de la connexion n’a pas pu être confirmée. Veuillez réessayer.',
    refused: 'La connexion a été refusée.',
    'alipay-state': 'Cette connexion avec Alipay n’est plus valable. Veuillez la recommencer.',
    'alipay-cancelled': 'La connexion avec Alipay a été annulée.',
    'alipay-unavailable': 'Alipay n’est pas utilisable ici. Veuillez vous connecter autrement.',
    'alipay-unavailable:wechat':
      'WeChat n’ouvre pas Alipay. Choisissez «\u00a0Ouvrir dans le navigateur\u00a0» dans le menu en haut à droite, ou connectez-vous autrement.',
    'alipay-unavailable:frame':
      'Alipay ne peut pas être ouvert depuis ce cadre. Ouvrez la page seule, ou connectez-vous autrement.',
    'alipay-unavailable:storage':
      'Votre navigateur ne conserve aucune donnée pour cette page, qui ne pourrait donc pas vous reconnaître à votre retour d’Alipay. Autorisez-le à le faire, ou connectez-vous autrement.',
    'wechat-state': 'Cette connexion avec WeChat n’est plus valable. Veuillez la recommencer.',
    'wechat-cancelled': 'La connexion avec WeChat a été annulée.',
    'wechat-unavailable': 'WeChat n’est pas utilisable ici. Veuillez vous connecter autrement.',
    'one-click-unavailable':
      'La connexion avec le numéro de ce téléphone ne fonctionne pas ici. Veuillez utiliser un SMS.',
    'one-click-failed': 'Le numéro de ce téléphone n’a pas pu être confirmé. Veuillez utiliser un SMS.',
  },
  retryAfter: ' Vous pourrez réessayer dans {seconds}.',

  methods: {
    sms: { tab: 'SMS', button: 'Se connecter' },
    alipay: {
      tab: 'Alipay',
      button: 'Continuer avec Alipay',
      note: 'Vous allez vous connecter chez Alipay, puis revenir ici.',
    },
    'one-click': {
      tab: 'En un geste',
      button: 'Se connecter avec le numéro de ce téléphone',
      note: 'Votre opérateur mobile confirme votre numéro. Les données mobiles doivent être activées.',
    },
    wechat: {
      tab: 'WeChat',
      button: 'Continuer avec WeChat',
      note: 'Vous allez vous connecter chez WeChat, puis revenir ici.',
    },
    password: {
      tab: 'Mot de passe',
      button: 'Se connecter',
      fields: { userName: 'Nom d’utilisateur', password: 'Mot de passe' },
    },
  },
};
