import { bootstrapApplication } from '@angular/platform-browser';
import { LoginPage } from './login-page';

bootstrapApplication(LoginPage).catch((error: unknown) => console.error(error));
