import type { LanguagePack } from './language-pack.js';

/** Spanish. */
export const es: LanguagePack = {
  lang: 'es',
  mobile: 'Número de móvil',
  areaCode: 'Prefijo de país o región',
  code: 'Código de verificación',
  getCode: 'Obtener código',
  methodsLabel: 'Formas de iniciar sesión',
  consent: 'Acepto {links}',
  terms: 'los Términos del servicio',
  and: ' y ',
  privacy: 'la Política de privacidad',
  notLoaded:
    'No se ha podido cargar el inicio de sesión. Compruebe su conexión y vuelva a cargar esta página.',

  sending: 'Enviando el código…',
  codeSent: 'El código está en camino. Introdúzcalo cuando llegue.',
  submitting: 'Iniciando sesión…',
  done: 'Ha iniciado sesión.',
  resendIn: 'Reenviar en {seconds}',
  waitFor: 'Reintentar en {seconds}',
  steps: {
    mfa: {
      title: 'Un paso más',
      note: 'Para asegurarnos de que es usted, enviamos un código al {mobile}.',
      button: 'Confirmar',
    },
    bind: {
      title: 'Vincule su cuenta',
      note: 'Es la primera vez que inicia sesión de esta forma. Confirme un código para vincularla con su cuenta.',
      button: 'Vincular e iniciar sesión',
      fields: { email: 'Correo electrónico' },
    },
    register: {
      title: 'Cree su cuenta',
      note: 'Todavía no hay ninguna cuenta para este inicio de sesión. Confirme un código para crearla.',
      button: 'Crear cuenta',
      fields: { email: 'Correo electrónico' },
    },
    'password-warn': {
      title: 'Su contraseña caduca pronto',
      note: 'Elija una nueva ahora, u omita este paso por hoy.',
      button: 'Cambiar contraseña',
      fields: { oldPassword: 'Contraseña actual', newPassword: 'Contraseña nueva' },
    },
    'password-expired': {
      title: 'Su contraseña ha caducado',
      note: 'Elija una nueva para continuar.',
      button: 'Cambiar contraseña',
      fields: { oldPassword: 'Contraseña actual', newPassword: 'Contraseña nueva' },
    },
  },
  back: 'Atrás',
  choices: {
    skip: 'Omitir',
    useEmail: 'Usar el correo electrónico',
    useMobile: 'Usar un número de móvil',
  },
  passwordRules: {
    length: 'De {min} a {max} caracteres',
    lower: 'Una letra minúscula',
    upper: 'Una letra mayúscula',
    digit: 'Una cifra',
    letter: 'Una letra',
    special: 'Un carácter especial, como ! o #',
    pattern: 'Solo caracteres que este servicio permite',
  },
  ruleMet: '(cumplida)',

  puzzleTitle: 'Arrastre la pieza a su lugar',
  puzzleSlider: 'Posición de la pieza',
  puzzleHelp:
    'Arrastre el control y suéltelo. También puede hacer clic en la barra o usar las teclas de flecha y después pulsar «Comprobar».',
  puzzleLoading: 'Cargando el puzle…',
  puzzleChecking: 'Comprobando…',
  puzzleCheck: 'Comprobar',
  puzzleReload: 'Otra imagen',
  cancel: 'Cancelar',

  offline: 'No tiene conexión. Conéctese a Internet e inténtelo de nuevo.',
  errors: {
    network:
      'No se ha podido contactar con el servicio de inicio de sesión. Compruebe su conexión e inténtelo de nuevo.',
    config:
      'Este inicio de sesión no está bien configurado ({subject}). Avise a los responsables de esta página.',
    timeout: 'El servicio de inicio de sesión ha tardado demasiado en responder. Inténtelo de nuevo.',
    busy: 'El servicio de inicio de sesión está ocupado. Inténtelo de nuevo dentro de un momento.',
    'rate-limited': 'Demasiados intentos. Espere un rato.',
    'bad-response': 'Algo ha fallado en el servicio de inicio de sesión. Inténtelo de nuevo más tarde.',
    'device-incomplete':
      'Al servicio de inicio de sesión le faltan datos de su dispositivo. Vuelva a cargar la página e inténtelo de nuevo.',
    'app-unknown':
      'El servicio de inicio de sesión no conoce esta aplicación. Avise a los responsables de esta página.',
    'mobile-invalid': 'Introduzca un número de móvil válido.',
    'email-invalid': 'Introduzca una dirección de correo electrónico válida.',
    'password-weak': 'La contraseña nueva todavía no cumple las reglas.',
    'input-missing': 'Rellene este campo.',
    'input-missing:userName': 'Introduzca su nombre de usuario.',
    'input-missing:password': 'Introduzca su contraseña.',
    'code-missing': 'Introduzca el código que ha recibido.',
    'consent-required': 'Acepte primero las condiciones.',
    'captcha-failed': 'Ese no era el lugar correcto. Aquí tiene otra imagen; inténtelo de nuevo.',
    'captcha-expired': 'El puzle ha caducado. Inténtelo con uno nuevo.',
    'captcha-cancelled': 'Se ha cancelado el puzle.',
    'send-failed': 'No se ha podido enviar el código. Inténtelo de nuevo más tarde.',
    'code-wrong': 'El código es incorrecto o ha caducado. Compruébelo o pida uno nuevo.',
    'user-not-found': 'No hay ninguna cuenta con este número.',
    'user-disabled': 'Esta cuenta está desactivada. Póngase en contacto con el servicio de asistencia.',
    'user-locked': 'Esta cuenta está bloqueada por el momento. Inténtelo de nuevo más tarde.',
    'access-denied': 'No tiene permiso para iniciar sesión aquí.',
    'password-wrong': 'El nombre de usuario o la contraseña son incorrectos.',
    'state-token-invalid': 'Este inicio de sesión ha tardado demasiado. Empiece de nuevo.',
    'session-invalid': 'Esta sesión ha terminado. Inicie sesión de nuevo.',
    'id-token-invalid':
      'No se ha podido confirmar que el inicio de sesión sea auténtico. Inténtelo de nuevo.',
    refused: 'Se ha rechazado el inicio de sesión.',
    'alipay-state': 'Este inicio de sesión con Alipay ya no es válido. Empiece de nuevo.',
    'alipay-cancelled': 'Se ha cancelado el inicio de sesión con Alipay.',
    'alipay-unavailable': 'Alipay no se puede usar aquí. Inicie sesión de otra forma.',
    'alipay-unavailable:wechat':
      'WeChat no abre Alipay. Elija «Abrir en el navegador» en el menú de arriba a la derecha o inicie sesión de otra forma.',
    'alipay-unavailable:frame':
      'Alipay no se puede abrir desde dentro de este marco. Abra la página por separado o inicie sesión de otra forma.',
    'alipay-unavailable:storage':
      'Su navegador no guarda datos de esta página, así que no podría reconocerle cuando vuelva de Alipay. Permítaselo o inicie sesión de otra forma.',
    'wechat-state': 'Este inicio de sesión con WeChat ya no es válido. Empiece de nuevo.',
    'wechat-cancelled': 'Se ha cancelado el inicio de sesión con WeChat.',
    'wechat-unavailable': 'WeChat no se puede usar aquí. Inicie sesión de otra forma.',
    'one-click-unavailable':
      'Aquí no se puede iniciar sesión con el número de este teléfono. Use un mensaje de texto.',
    'one-click-failed': 'No se ha podido confirmar el número de este teléfono. Use un mensaje de texto.',
  },
  retryAfter: ' Puede intentarlo de nuevo dentro de {seconds}.',

  methods: {
    sms: { tab: 'SMS', button: 'Iniciar sesión' },
    alipay: {
      tab: 'Alipay',
      button: 'Continuar con Alipay',
      note: 'Irá a Alipay para iniciar sesión y volverá aquí.',
    },
    'one-click': {
      tab: 'Con un toque',
      button: 'Iniciar sesión con el número de este teléfono',
      note: 'Su operador móvil confirma su número. Los datos móviles tienen que estar activados.',
    },
    wechat: {
      tab: 'WeChat',
      button: 'Continuar con WeChat',
      note: 'Irá a WeChat para iniciar sesión y volverá aquí.',
    },
    password: {
      tab: 'Contraseña',
      button: 'Iniciar sesión',
      fields: { userName: 'Nombre de usuario', password: 'Contraseña' },
    },
  },
};
