import { Component, signal, viewChild } from '@angular/core';
import type { CiamLogin, LoginSettings, LoginSuccessDetail } from 'ciam-login';
import { CiamLoginTag } from './ciam-login';

@Component({
  selector: 'app-root',
  imports: [CiamLoginTag],
  template: `
    <main>
      <ciam-login [settings]="settings" (success)="visitor.set($event.detail)" />
      @if (visitor(); as visitor) {
        <p>
          Logged in by <output>{{ visitor.method }}</output>. <button (click)="logOut()">Log out</button>
        </p>
      }
    </main>
  `,
})
export class LoginPage {
  readonly login = viewChild.required(CiamLoginTag);
  readonly visitor = signal<LoginSuccessDetail | null>(null);
  readonly settings: LoginSettings<CiamLogin> = {
    baseUrl: 'https://tenant.example.com',
    clientId: 'demo-client',
    alipayAppId: '2021000000000000',
    messages: { methods: { sms: { button: 'Come in' } } },
  };

  logOut() {
    this.visitor.set(null);
    this.login().element.reset();
  }
}
