import type { LanguagePack } from './language-pack.js';

/** German. */
export const de: LanguagePack = {
  lang: 'de',
  mobile: 'Mobilnummer',
  areaCode: 'Landes- oder Regionsvorwahl',
  code: 'Bestätigungscode',
  getCode: 'Code anfordern',
  methodsLabel: 'Anmeldearten',
  consent: 'Ich stimme {links} zu',
  terms: 'den Nutzungsbedingungen',
  and: ' und ',
  privacy: 'der Datenschutzerklärung',
  notLoaded:
    'Die Anmeldung konnte nicht geladen werden. Prüfen Sie Ihre Verbindung und laden Sie diese Seite neu.',

  sending: 'Code wird gesendet…',
  codeSent: 'Der Code ist unterwegs. Geben Sie ihn ein, sobald er ankommt.',
  submitting: 'Anmeldung läuft…',
  done: 'Sie sind angemeldet.',
  resendIn: 'Erneut senden in {seconds}',
  waitFor: 'Erneut versuchen in {seconds}',
  steps: {
    mfa: {
      title: 'Noch ein Schritt',
      note: 'Um sicherzugehen, dass Sie es sind, senden wir einen Code an {mobile}.',
      button: 'Bestätigen',
    },
    bind: {
      title: 'Konto verknüpfen',
      note: 'Sie melden sich auf diese Weise zum ersten Mal an. Bestätigen Sie einen Code, um sie mit Ihrem Konto zu verknüpfen.',
      button: 'Verknüpfen und anmelden',
      fields: { email: 'E-Mail-Adresse' },
    },
    register: {
      title: 'Konto erstellen',
      note: 'Zu dieser Anmeldung gibt es noch kein Konto. Bestätigen Sie einen Code, um eines zu erstellen.',
      button: 'Konto erstellen',
      fields: { email: 'E-Mail-Adresse' },
    },
    'password-warn': {
      title: 'Ihr Passwort läuft bald ab',
      note: 'Wählen Sie jetzt ein neues oder überspringen Sie dies für heute.',
      button: 'Passwort ändern',
      fields: { oldPassword: 'Aktuelles Passwort', newPassword: 'Neues Passwort' },
    },
    'password-expired': {
      title: 'Ihr Passwort ist abgelaufen',
      note: 'Wählen Sie ein neues, um fortzufahren.',
      button: 'Passwort ändern',
      fields: { oldPassword: 'Aktuelles Passwort', newPassword: 'Neues Passwort' },
    },
  },
  back: 'Zurück',
  choices: {
    skip: 'Überspringen',
    useEmail: 'Stattdessen E-Mail verwenden',
    useMobile: 'Stattdessen Mobilnummer verwenden',
  },
  passwordRules: {
    length: '{min} bis {max} Zeichen',
    lower: 'Ein Kleinbuchstabe',
    upper: 'Ein Großbuchstabe',
    digit: 'Eine Ziffer',
    letter: 'Ein Buchstabe',
    special: 'Ein Sonderzeichen, zum Beispiel ! oder #',
    pattern: 'Nur Zeichen, die dieser Dienst erlaubt',
  },
  ruleMet: '(erfüllt)',

  puzzleTitle: 'Ziehen Sie das Teil an seinen Platz',
  puzzleSlider: 'Position des Teils',
  puzzleHelp:
    'Ziehen Sie den Regler und lassen Sie los. Oder klicken Sie auf die Schiene oder nutzen Sie die Pfeiltasten und drücken Sie dann „Prüfen“.',
  puzzleLoading: 'Puzzle wird geladen…',
  puzzleChecking: 'Wird geprüft…',
  puzzleCheck: 'Prüfen',
  puzzleReload: 'Neues Bild',
  cancel: 'Abbrechen',

  offline: 'Sie sind offline. Verbinden Sie sich mit dem Internet und versuchen Sie es erneut.',
  errors: {
    network:
      'Der Anmeldedienst ist nicht erreichbar. Prüfen Sie Ihre Verbindung und versuchen Sie es erneut.',
    config:
      'Diese Anmeldung ist nicht richtig eingerichtet ({subject}). Bitte informieren Sie die Betreiber dieser Seite.',
    timeout: 'Der Anmeldedienst hat zu lange nicht geantwortet. Bitte versuchen Sie es erneut.',
    busy: 'Der Anmeldedienst ist überlastet. Bitte versuchen Sie es gleich noch einmal.',
    'rate-limited': 'Zu viele Versuche. Bitte warten Sie eine Weile.',
    'bad-response': 'Beim Anmeldedienst ist etwas schiefgegangen. Bitte versuchen Sie es später erneut.',
    'device-incomplete':
      'Dem Anmeldedienst fehlen Angaben zu Ihrem Gerät. Laden Sie die Seite neu und versuchen Sie es erneut.',
    'app-unknown':
      'Der Anmeldedienst kennt diese Anwendung nicht. Bitte informieren Sie die Betreiber dieser Seite.',
    'mobile-invalid': 'Geben Sie eine gültige Mobilnummer ein.',
    'email-invalid': 'Geben Sie eine gültige E-Mail-Adresse ein.',
    'password-weak': 'Das neue Passwort erfüllt die Regeln noch nicht.',
    'input-missing': 'Bitte füllen Sie dieses Feld aus.',
    'input-missing:userName': 'Geben Sie Ihren Benutzernamen ein.',
    'input-missing:password': 'Geben Sie Ihr Passwort ein.',
    'code-missing': 'Geben Sie den Code ein, den Sie erhalten haben.',
    'consent-required': 'Bitte stimmen Sie zuerst den Bedingungen zu.',
    'captcha-failed': 'Das war nicht die richtige Stelle. Versuchen Sie es mit dem neuen Bild noch einmal.',
    'captcha-expired': 'Das Puzzle ist abgelaufen. Bitte versuchen Sie es mit einem neuen.',
    'captcha-cancelled': 'Das Puzzle wurde abgebrochen.',
    'send-failed': 'Der Code konnte nicht gesendet werden. Bitte versuchen Sie es später erneut.',
    'code-wrong': 'Der Code ist falsch oder abgelaufen. Prüfen Sie ihn oder fordern Sie einen neuen an.',
    'user-not-found': 'Zu dieser Nummer gibt es kein Konto.',
    'user-disabled': 'Dieses Konto ist deaktiviert. Bitte wenden Sie sich an den Support.',
    'user-locked': 'Dieses Konto ist zurzeit gesperrt. Bitte versuchen Sie es später erneut.',
    'access-denied': 'Sie dürfen sich hier nicht anmelden.',
    'password-wrong': 'Der Benutzername oder das Passwort ist falsch.',
    'state-token-invalid': 'Diese Anmeldung hat zu lange gedauert. Bitte beginnen Sie von vorn.',
    'session-invalid': 'Diese Sitzung ist beendet. Bitte melden Sie sich erneut an.',
    'id-token-invalid':
      'Die Echtheit der Anmeldung ließ sich nicht bestätigen. Bitte versuchen Sie es erneut.',
    refused: 'Die Anmeldung wurde abgelehnt.',
    'alipay-state': 'Diese Anmeldung mit Alipay gilt nicht mehr. Bitte beginnen Sie sie erneut.',
    'alipay-cancelled': 'Die Anmeldung mit Alipay wurde abgebrochen.',
    'alipay-unavailable': 'Alipay lässt sich hier nicht verwenden. Bitte melden Sie sich anders an.',
    'alipay-unavailable:wechat':
      'WeChat öffnet Alipay nicht. Wählen Sie „Im Browser öffnen“ im Menü oben rechts oder melden Sie sich anders an.',
    'alipay-unavailable:frame':
      'Alipay lässt sich aus diesem Rahmen heraus nicht öffnen. Öffnen Sie die Seite für sich oder melden Sie sich anders an.',
    'alipay-unavailable:storage':
      'Ihr Browser speichert für diese Seite keine Daten, daher könnte sie Sie nach der Rückkehr von Alipay nicht wiedererkennen. Erlauben Sie es oder melden Sie sich anders an.',
    'wechat-state': 'Diese Anmeldung mit WeChat gilt nicht mehr. Bitte beginnen Sie sie erneut.',
    'wechat-cancelled': 'Die Anmeldung mit WeChat wurde abgebrochen.',
    'wechat-unavailable': 'WeChat lässt sich hier nicht verwenden. Bitte melden Sie sich anders an.',
    'one-click-unavailable':
      'Die Anmeldung mit der Nummer dieses Telefons funktioniert hier nicht. Bitte verwenden Sie eine SMS.',
    'one-click-failed':
      'Die Nummer dieses Telefons ließ sich nicht bestätigen. Bitte verwenden Sie eine SMS.',
  },
  retryAfter: ' In {seconds} können Sie es erneut versuchen.',

  methods: {
    sms: { tab: 'SMS', button: 'Anmelden' },
    alipay: {
      tab: 'Alipay',
      button: 'Weiter mit Alipay',
      note: 'Sie melden sich bei Alipay an und kommen hierher zurück.',
    },
    'one-click': {
      tab: 'Ein Tipp',
      button: 'Mit der Nummer dieses Telefons anmelden',
      note: 'Ihr Mobilfunkanbieter bestätigt Ihre Nummer. Mobile Daten müssen eingeschaltet sein.',
    },
    wechat: {
      tab: 'WeChat',
      button: 'Weiter mit WeChat',
      note: 'Sie melden sich bei WeChat an und kommen hierher zurück.',
    },
    password: {
      tab: 'Passwort',
      button: 'Anmelden',
      fields: { userName: 'Benutzername', password: 'Passwort' },
    },
  },
};
