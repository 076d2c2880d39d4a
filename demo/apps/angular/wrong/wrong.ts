import { Component } from '@angular/core';
import type { LoginErrorDetail, LoginSuccessDetail } from 'ciam-login';
import { CiamLoginTag } from '../src/ciam-login';

// Each of these has to be refused by the compiler; the last two lines have to pass.
@Component({
  selector: 'app-wrong',
  imports: [CiamLoginTag],
  template: `
    <ciam-login [settings]="{ baseUrl: 5 }" /><!-- wrong: an address is text -->
    <ciam-login [settings]="{ clientID: 'shop' }" /><!-- wrong: no such property -->
    <ciam-login [settings]="{ oneClick: lazy }" /><!-- wrong: a promise is expected -->
    <ciam-login [settings]="{ messages: { mobile: 5 } }" /><!-- wrong: a text is text -->
    <ciam-login /><!-- wrong: it needs its settings -->
    <ciam-login [settings]="{}" [baseUrl]="'https://tenant.example.com'" /><!-- wrong: no such input -->
    <ciam-login [settings]="{}" (success)="onClick($event)" /><!-- wrong: another event -->
    <ciam-login [settings]="{}" (error)="onSuccess($event)" /><!-- wrong: another detail -->
    <ciam-login [settings]="{}" (success)="onSuccess($event.detail.token)" /><!-- wrong: no such part -->
    <ciam-login [settings]="{ timeout: 5000 }" (success)="onSuccess($event)" />
    <ciam-login [settings]="{}" (error)="onError($event)" />
  `,
})
export class Wrong {
  readonly lazy = { getToken: () => 'token' };
  readonly onSuccess = ({ detail }: CustomEvent<LoginSuccessDetail>) => detail.session;
  readonly onError = ({ detail }: CustomEvent<LoginErrorDetail>) => detail.code;
  readonly onClick = (event: MouseEvent) => event.x;
}
