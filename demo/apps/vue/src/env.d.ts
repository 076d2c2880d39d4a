/// <reference types="ciam-login/vue" />
