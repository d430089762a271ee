import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { createQueryClient } from './api/create-query-client.ts';
import { createAppRouter } from './create-app-router.ts';
import './styles/app.css';

const queryClient = createQueryClient();
const router = createAppRouter(queryClient);

const place = document.getElementById('root');
if (!place) throw new Error('index.html has no #root.');

createRoot(place).render(
  <StrictMode>
    <QueryClientProvider client={queryClient}>
      <RouterProvider router={router} />
    </QueryClientProvider>
  </StrictMode>,
);
