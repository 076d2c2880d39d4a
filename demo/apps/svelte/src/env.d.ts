/// <reference types="ciam-login/svelte" />
